create table attach_lease (
    target     varchar(63) not null primary key,
    -- The sandbox that was last given the machine; it may be over by now.
    sandbox_id varchar(8)  not null references sandbox (id),
    version    integer     not null
);
