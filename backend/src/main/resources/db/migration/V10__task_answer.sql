-- What the learner has typed as the answer to a task, if the task asks for one.
alter table task_progress add column answer varchar(500);
