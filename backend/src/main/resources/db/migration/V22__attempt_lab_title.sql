-- The title of the lab when the attempt began, so that a list of attempts reads no lab content; null for older attempts.
alter table attempt add column lab_title varchar(200);
