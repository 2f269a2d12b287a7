create table store_move (
    source varchar(1000) not null,
    source_revision bigint not null,
    started timestamp(6) with time zone not null
);
comment on table store_move is 'One row while another store is being moved into this one, which is not to be used until then; otherwise empty.';
comment on column store_move.source is 'Where the other store is, without credentials.';
comment on column store_move.source_revision is 'The revision of the other store that is moved.';
comment on column store_move.started is 'When the move began.';
