create table account (
    id uuid primary key,
    email varchar(254) not null,
    name varchar(100) not null,
    role varchar(20) not null,
    password_hash varchar(200) not null,
    enabled boolean not null,
    epoch integer not null,
    created_at timestamp(6) with time zone not null,
    last_signed_in_at timestamp(6) with time zone,
    version integer not null,
    constraint account_email_unique unique (email)
);

create table api_token (
    id uuid primary key,
    account_id uuid not null,
    name varchar(100) not null,
    secret_hash varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    version integer not null,
    constraint api_token_account foreign key (account_id) references account (id),
    constraint api_token_secret_unique unique (secret_hash)
);

create index api_token_by_account on api_token (account_id);
