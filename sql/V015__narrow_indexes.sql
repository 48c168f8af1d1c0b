-- An index whose later columns are part of a ballot's key can be read by skipping over its first column, and a planner without
-- statistics on a table just filled may choose it over the primary key: then every ballot reads the whole table. So these
-- indexes have their first column only as a key. A receipt is unique by itself; what else is read with it is stored beside it.
alter table ballot drop constraint ballot_receipt_community_key;
alter table ballot add unique (receipt);
alter table turnout drop constraint turnout_receipt_community_key;
alter table turnout add unique (receipt);
drop index entitlement_person;
create index entitlement_person on entitlement (person) include (poll, community);
drop index presence_person;
create index presence_person on presence (person) include (session, community);
drop index presence_voter;
create index presence_voter on presence (voter) include (session, community);
