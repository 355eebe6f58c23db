-- Events that a listener of another module has not handled yet: Spring Modulith's event publication registry. A row is
-- deleted once its listener is done.
create table event_publication (
    id                     uuid                        not null primary key,
    listener_id            varchar(512)                not null,
    event_type             varchar(512)                not null,
    serialized_event       varchar(4000)               not null,
    publication_date       timestamp(6) with time zone not null,
    completion_date        timestamp(6) with time zone,
    last_resubmission_date timestamp(6) with time zone,
    completion_attempts    integer                     not null,
    status                 varchar(20)
);
