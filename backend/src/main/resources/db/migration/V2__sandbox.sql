create table sandbox (
    id              varchar(8)               not null primary key,
    attempt_id      uuid                     not null,
    -- The attempt again until the sandbox begins to end, else null: at most one per attempt that can be used.
    open_attempt_id uuid                     unique,
    owner_id        uuid                     not null,
    state           varchar(16)              not null,
    stage           varchar(16),
    end_reason      varchar(24),
    failure         varchar(2000),
    requested_at    timestamp with time zone not null,
    ready_at        timestamp with time zone,
    lease_ends      timestamp with time zone,
    lease_seconds   bigint                   not null,
    plan            text                     not null,
    version         integer                  not null
);

create index sandbox_by_state on sandbox (state, requested_at);
create index sandbox_by_attempt on sandbox (attempt_id, requested_at);
create index sandbox_by_owner on sandbox (owner_id, state);
