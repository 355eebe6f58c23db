-- How long nobody may be at work before the sandbox is frozen; 0 means never.
alter table sandbox add column idle_seconds bigint default 0 not null;
-- When somebody was last seen at work. Written once in a while, so up to a minute old.
alter table sandbox add column active_at timestamp with time zone;
