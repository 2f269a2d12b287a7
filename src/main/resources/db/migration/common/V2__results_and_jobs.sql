create table result (
    extent_id integer not null references extent (id),
    result_key varchar(200) not null,
    list_position integer not null,
    title varchar(1000) not null,
    input_hash varchar(200) not null,
    content text not null,
    primary key (extent_id, result_key)
);
comment on table result is 'Derived results. They are protected already.';
comment on column result.result_key is 'Layer id without the extent, or another name.';
comment on column result.list_position is 'Where it stands in lists.';
comment on column result.title is 'Title for people.';
comment on column result.input_hash is 'Hash of inputs, parameters and code version; the result is current while they hash to this.';
comment on column result.content is 'The serialised result.';

create table job (
    id varchar(64) primary key,
    kind varchar(100) not null,
    subject varchar(1000) not null,
    state varchar(10) not null,
    progress double precision not null,
    message varchar(10000) not null,
    result text not null,
    submitted timestamp(6) with time zone not null,
    updated timestamp(6) with time zone not null
);
create index job_submitted on job (submitted);
comment on table job is 'Imports and long analyses.';
comment on column job.kind is 'What it does, such as import-boundaries.';
comment on column job.subject is 'What it works on, such as the name of a file.';
comment on column job.state is 'SUBMITTED, RUNNING, DONE, FAILED or CANCELLED.';
comment on column job.progress is '0 to 1.';
comment on column job.message is 'What is being done, or why it failed.';
comment on column job.result is 'What it answers, such as a report; empty until it is done.';
comment on column job.submitted is 'When it was asked for.';
comment on column job.updated is 'When it last changed.';

create table store_state (
    revision bigint not null
);
insert into store_state (revision) values (1);
comment on table store_state is 'One row: what counts up with every change of anything but jobs.';
