-- Saved scoring methods.

create table recipe (
    recipe_id varchar(60) not null,
    version integer not null,
    saved timestamp(6) with time zone not null,
    sha256 varchar(64) not null,
    document text not null,
    primary key (recipe_id, version)
);
comment on table recipe is 'Scoring methods (recipes of need matrices), every version of them. Rows are only ever added.';
comment on column recipe.recipe_id is 'Name in addresses.';
comment on column recipe.version is 'Counts from 1; a change is a new version.';
comment on column recipe.saved is 'When it was saved.';
comment on column recipe.sha256 is 'SHA-256 of the document.';
comment on column recipe.document is 'The recipe as JSON.';
