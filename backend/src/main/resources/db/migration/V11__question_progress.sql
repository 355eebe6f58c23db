-- How far attempts are with the questions of their labs. Answers are a JSON list, oldest first, each with its time.
create table question_progress (
    attempt_id  uuid        not null references attempt (id),
    question_id varchar(64) not null,
    position    integer     not null,
    points      integer     not null,
    tries       integer     not null,
    answers     text        not null,
    primary key (attempt_id, question_id)
);
