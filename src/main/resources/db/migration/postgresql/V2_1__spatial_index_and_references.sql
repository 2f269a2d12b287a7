-- What PostgreSQL with PostGIS does and the embedded database does not: the index that finds boundaries by place, and references
-- that cost no index of their own.

create index area_boundary on area using gist (boundary);

-- Boundaries are read whole and hardly get smaller: compressing the long ones costs a fifth of the time of adding areas.
alter table area alter column boundary set storage external;

alter table observation add constraint observation_series_fk foreign key (series_id) references series (id);
alter table observation add constraint observation_area_fk foreign key (area_id) references area (id);
alter table observation add constraint observation_dataset_fk foreign key (dataset_id) references dataset (id);

-- People who open these tables in a desktop GIS read the comments; here are those of the columns that only link tables.
comment on column area.id is 'Number of the row in this store; it means nothing outside of it.';
comment on column dataset.id is 'Number of the row in this store; it means nothing outside of it.';
comment on column extent.id is 'Number of the row in this store; it means nothing outside of it.';
comment on column series.id is 'Number of the row in this store; it means nothing outside of it.';
comment on column extent_area.extent_id is 'The extent.';
comment on column extent_area.area_id is 'The area.';
comment on column extent_geography.extent_id is 'The extent.';
comment on column extent_geography.geography is 'Level and boundary year, such as lsoa-2011.';
comment on column area_parent.child_geography is 'Level and boundary year of the smaller area.';
comment on column area_parent.child_code is 'Code of the smaller area.';
comment on column area_parent.parent_geography is 'Level and boundary year of the larger area.';
comment on column area_parent.parent_code is 'Code of the larger area.';
comment on column area_parent.dataset_id is 'The data set that the lookup comes from.';
comment on column series.indicator_id is 'What is measured.';
comment on column observation.series_id is 'Indicator, geography, period, category and edition.';
comment on column observation.area_id is 'The area.';
comment on column extent_series.extent_id is 'The extent.';
comment on column extent_series.series_id is 'The series.';
comment on column extent_series_dataset.extent_id is 'The extent.';
comment on column extent_series_dataset.series_id is 'The series.';
comment on column extent_series_dataset.dataset_id is 'The data set.';
comment on column result.extent_id is 'The extent.';
comment on column job.id is 'Name in addresses.';
comment on column store_state.revision is 'Counts up with every change of anything but jobs.';
