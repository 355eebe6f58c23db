create table sign_in (
    id uuid primary key,
    account_id uuid not null,
    secret_hash varchar(64),
    address varchar(64) not null,
    browser varchar(100) not null,
    started_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone not null,
    remembered_until timestamp(6) with time zone not null,
    constraint sign_in_account foreign key (account_id) references account (id),
    constraint sign_in_secret_unique unique (secret_hash)
);

create index sign_in_by_account on sign_in (account_id);
