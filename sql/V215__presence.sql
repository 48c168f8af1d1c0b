-- Whoever opens the page of a meeting is looked up among those present: by person, and by the household they speak for.
create index presence_person on presence (person, session, community);
create index presence_voter on presence (voter, session, community);
