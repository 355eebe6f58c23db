-- The content of labs that somebody has begun, by its digest: rows are only ever added.
create table lab_content (
    digest  varchar(64)              not null primary key,
    lab_id  varchar(64)              not null,
    kept_at timestamp with time zone not null
);

-- A file has at most one MiB, as the lab format says.
create table lab_content_file (
    digest  varchar(64)  not null references lab_content (digest),
    path    varchar(500) not null,
    content bytea        not null,
    primary key (digest, path)
);
