-- How many voters the rule counts below the line, frozen when the meeting is opened.
alter table session add column members int not null default 0;
alter table session add column moderator bigint;
