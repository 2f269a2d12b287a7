-- What is published about whole authorities.

create table authority (
    code varchar(32) primary key,
    name varchar(200) not null,
    level varchar(10) not null,
    region_code varchar(32) not null,
    number varchar(3) not null,
    dataset_id bigint not null
);
create index authority_dataset on authority (dataset_id);
alter table authority add constraint authority_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table authority is 'Councils with duties for children, regions and the country.';
comment on column authority.code is 'Code as published, such as E10000031.';
comment on column authority.name is 'Name as published.';
comment on column authority.level is 'COUNTRY, REGION or AUTHORITY.';
comment on column authority.region_code is 'Code of the region that a council lies in; empty where not known.';
comment on column authority.number is 'The three digits by which the Department for Education knows a council; empty where not known.';
comment on column authority.dataset_id is 'The data set that the name comes from.';

create table authority_figure (
    measure varchar(40) not null,
    period varchar(60) not null,
    category varchar(200) not null,
    code varchar(32) not null,
    number_state varchar(1) not null,
    number_number double precision,
    rate_state varchar(1) not null,
    rate_number double precision,
    population_state varchar(1) not null,
    population_number double precision,
    flags varchar(4) not null,
    dataset_id bigint not null,
    primary key (measure, period, category, code),
    constraint authority_figure_number check ((number_state = 'k') = (number_number is not null)),
    constraint authority_figure_rate check ((rate_state = 'k') = (rate_number is not null)),
    constraint authority_figure_population check ((population_state = 'k') = (population_number is not null))
);
create index authority_figure_code on authority_figure (code);
create index authority_figure_dataset on authority_figure (dataset_id);
alter table authority_figure add constraint authority_figure_code_fk foreign key (code) references authority (code);
alter table authority_figure
    add constraint authority_figure_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table authority_figure is 'Help and protection by authority, as published.';
comment on column authority_figure.measure is 'What is counted, such as cla-at-31-march.';
comment on column authority_figure.period is 'The year ending on 31 March.';
comment on column authority_figure.category is 'A part of the measure; all where it is not divided.';
comment on column authority_figure.code is 'Code of the authority.';
comment on column authority_figure.number_state is 'State of the number: k known, c suppressed, x not available, z not applicable, l low (rounds to zero).';
comment on column authority_figure.number_number is 'How many; empty for every state that is not known, never 0 instead.';
comment on column authority_figure.rate_state is 'State of the published rate, as number_state.';
comment on column authority_figure.rate_number is 'Published rate per 10,000 children aged 0 to 17.';
comment on column authority_figure.population_state is 'State of the published population, as number_state.';
comment on column authority_figure.population_number is 'Published number of children aged 0 to 17 that the rate is of.';
comment on column authority_figure.flags is 'e estimated, r revised, u low confidence, b break in series; empty for none.';
comment on column authority_figure.dataset_id is 'The data set that it comes from.';

create table authority_deprivation (
    index_year integer not null,
    index_code varchar(40) not null,
    statistic varchar(80) not null,
    code varchar(32) not null,
    value_state varchar(1) not null,
    value_number double precision,
    dataset_id bigint not null,
    primary key (index_year, index_code, statistic, code),
    constraint authority_deprivation_value check ((value_state = 'k') = (value_number is not null))
);
create index authority_deprivation_code on authority_deprivation (code);
create index authority_deprivation_dataset on authority_deprivation (dataset_id);
alter table authority_deprivation
    add constraint authority_deprivation_code_fk foreign key (code) references authority (code);
alter table authority_deprivation
    add constraint authority_deprivation_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table authority_deprivation is 'Summaries of the English Indices of Deprivation by authority or district.';
comment on column authority_deprivation.index_year is 'Edition of the Indices.';
comment on column authority_deprivation.index_code is 'Index or domain, such as imd or income.';
comment on column authority_deprivation.statistic is 'Summary, such as average-score.';
comment on column authority_deprivation.code is 'Code of the authority or district.';
comment on column authority_deprivation.value_state is 'State of the value: k known, c suppressed, x not available, z not applicable, l low.';
comment on column authority_deprivation.value_number is 'The value; empty for every state that is not known.';
comment on column authority_deprivation.dataset_id is 'The data set that it comes from.';

create table authority_neighbour (
    code varchar(32) not null,
    neighbour_code varchar(32) not null,
    list_position integer not null,
    weight double precision,
    closeness varchar(200) not null,
    dataset_id bigint not null,
    primary key (code, neighbour_code)
);
create index authority_neighbour_neighbour on authority_neighbour (neighbour_code);
create index authority_neighbour_dataset on authority_neighbour (dataset_id);
alter table authority_neighbour
    add constraint authority_neighbour_code_fk foreign key (code) references authority (code);
alter table authority_neighbour
    add constraint authority_neighbour_neighbour_fk foreign key (neighbour_code) references authority (code);
alter table authority_neighbour
    add constraint authority_neighbour_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table authority_neighbour is 'Statistical neighbours: which authorities an authority is compared with.';
comment on column authority_neighbour.code is 'Code of the authority.';
comment on column authority_neighbour.neighbour_code is 'Code of the one that is like it.';
comment on column authority_neighbour.list_position is '1 for the nearest.';
comment on column authority_neighbour.weight is 'How much it counts in a mean; empty where the list does not say it.';
comment on column authority_neighbour.closeness is 'How near, in the words of the list; empty where it does not say it.';
comment on column authority_neighbour.dataset_id is 'The data set that it comes from.';

create table authority_decile (
    code varchar(32) not null,
    measure varchar(40) not null,
    period varchar(60) not null,
    decile integer not null,
    children double precision not null,
    count_state varchar(1) not null,
    count_number double precision,
    dataset_id bigint not null,
    primary key (code, measure, period, decile),
    constraint authority_decile_count check ((count_state = 'k') = (count_number is not null))
);
create index authority_decile_dataset on authority_decile (dataset_id);
alter table authority_decile add constraint authority_decile_code_fk foreign key (code) references authority (code);
alter table authority_decile
    add constraint authority_decile_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table authority_decile is 'Counts of help and protection by national decile of deprivation that an authority shares of its own areas.';
comment on column authority_decile.code is 'Code of the authority.';
comment on column authority_decile.measure is 'What is counted, such as cla.';
comment on column authority_decile.period is 'When, in the words of the file.';
comment on column authority_decile.decile is '1 to 10, 1 the most deprived tenth of the country.';
comment on column authority_decile.children is 'Children aged 0 to 17 who live there.';
comment on column authority_decile.count_state is 'State of the count: k known, c suppressed, x not available, z not applicable, l low.';
comment on column authority_decile.count_number is 'The count; empty for every state that is not known, never 0 instead.';
comment on column authority_decile.dataset_id is 'The data set that it comes from.';
