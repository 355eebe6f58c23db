create table known_address (
    id uuid primary key,
    account_id uuid not null,
    last_signed_in_at timestamp(6) with time zone not null,
    constraint known_address_account foreign key (account_id) references account (id)
);

create index known_address_by_account on known_address (account_id);
