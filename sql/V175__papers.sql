-- Paper ballots of a secret poll: who was given one has taken part, like everybody else in "turnout".
alter table turnout add column paper boolean not null default false;
