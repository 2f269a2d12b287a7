-- What may be shown of cases of children. No case and no small count is ever in the store.

create table case_summary (
    extent_id integer not null references extent (id),
    period varchar(60) not null,
    place varchar(9) not null,
    dataset_id bigint not null,
    content text not null,
    primary key (extent_id, period, place)
);
create index case_summary_dataset on case_summary (dataset_id);
alter table case_summary add constraint case_summary_dataset_fk foreign key (dataset_id) references dataset (id);
comment on table case_summary is 'Protected summaries of case files: what risk factors come together. Counts are rounded, small ones are left out.';
comment on column case_summary.extent_id is 'The extent.';
comment on column case_summary.period is 'The period that the cases are of.';
comment on column case_summary.place is 'The code of a district; empty for the whole extent.';
comment on column case_summary.dataset_id is 'The data set that was counted.';
comment on column case_summary.content is 'The summary, as JSON.';
