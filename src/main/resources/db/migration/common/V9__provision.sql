-- Services for children, young people and families: public facts about a county.

create table provision_service (
    extent_id integer not null references extent (id),
    list_position integer not null,
    name varchar(200) not null,
    age_from integer not null,
    age_to double precision,
    tiers varchar(4) not null,
    annual_budget_pounds double precision,
    places double precision,
    dataset_id bigint not null,
    primary key (extent_id, list_position)
);
create index provision_service_dataset on provision_service (dataset_id);
alter table provision_service
    add constraint provision_service_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table provision_service is 'Services of a county by age and level of need, with budget and places where they are known.';
comment on column provision_service.extent_id is 'The extent.';
comment on column provision_service.list_position is 'Place in the list, from 0.';
comment on column provision_service.name is 'Name as the county writes it.';
comment on column provision_service.age_from is 'First age that it is for, in completed years.';
comment on column provision_service.age_to is 'Last age that it is for, in completed years; empty for no upper age.';
comment on column provision_service.tiers is 'Levels of need that it answers, such as 234: 1 universal, 2 additional, 3 multiple, 4 acute.';
comment on column provision_service.annual_budget_pounds is 'Whole pounds a year; empty where it is not known, never 0 instead.';
comment on column provision_service.places is 'How many can be served at once; empty where it is not known.';
comment on column provision_service.dataset_id is 'The data set that it comes from.';

create table provision_site (
    extent_id integer not null,
    service_position integer not null,
    list_position integer not null,
    geography varchar(16) not null,
    code varchar(32) not null,
    easting_metres double precision,
    northing_metres double precision,
    primary key (extent_id, service_position, list_position),
    constraint provision_site_place check ((code = '') = (easting_metres is not null)),
    constraint provision_site_point check ((easting_metres is null) = (northing_metres is null))
);
alter table provision_site
    add constraint provision_site_service_fk foreign key (extent_id, service_position)
    references provision_service (extent_id, list_position);
comment on table provision_site is 'Where services can be gone to: an area, or a point.';
comment on column provision_site.extent_id is 'The extent.';
comment on column provision_site.service_position is 'Place of its service in the list.';
comment on column provision_site.list_position is 'Place among the sites of its service, from 0.';
comment on column provision_site.geography is 'Level and boundary year of the area; empty for a point.';
comment on column provision_site.code is 'Code of the area; empty for a point.';
comment on column provision_site.easting_metres is 'On the British National Grid; empty for an area.';
comment on column provision_site.northing_metres is 'On the British National Grid; empty for an area.';
