-- What locality boards chose, and why.

create table target_set (
    extent_id integer not null references extent (id),
    set_id varchar(60) not null,
    revision integer not null,
    saved timestamp(6) with time zone not null,
    sha256 varchar(64) not null,
    document text not null,
    primary key (extent_id, set_id, revision)
);
comment on table target_set is 'Decision records of target areas, every revision of them. Rows are only ever added.';
comment on column target_set.extent_id is 'The extent that the areas belong to.';
comment on column target_set.set_id is 'Name in addresses.';
comment on column target_set.revision is 'Counts from 1; a change is a new revision.';
comment on column target_set.saved is 'When it was saved.';
comment on column target_set.sha256 is 'SHA-256 of the document.';
comment on column target_set.document is 'The revision as JSON: what the board wrote, and the tallies as they were shown then.';
