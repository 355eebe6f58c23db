-- The machines that an attempt uses now: a verdict that was reached on older ones does not count.
alter table attempt add column sandbox_id varchar(8);

update attempt
set sandbox_id = (select s.id from sandbox s where s.attempt_id = attempt.id order by s.requested_at desc limit 1);
