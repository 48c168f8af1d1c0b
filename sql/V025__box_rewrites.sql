-- Secret polls that are over, and whose tables and log of changes still hold what tells whose ballot is whose. The database itself
-- records them in the transaction that ends a poll; whoever has written everything anew takes them out. A server that dies between
-- the two leaves it to the next.

create table box_rewrite (
    community int         not null,
    poll      bigint      not null,
    ended_in  xid8        not null, -- rows that this transaction replaced stay in the file while an older snapshot may read them
    since     timestamptz not null default now(),
    primary key (community, poll),
    foreign key (community, poll) references poll
);

create function box_to_be_rewritten() returns trigger language plpgsql as $$
begin
    insert into box_rewrite (community, poll, ended_in) values (new.community, new.id, pg_current_xact_id())
    on conflict do nothing;
    return null;
end $$;
create trigger box_to_be_rewritten after update of state on poll
    for each row when (old.state = 'open' and new.state in ('closed', 'void') and new.secrecy = 'secret')
    execute function box_to_be_rewritten();

-- Those that ended before: nothing says which of them were written anew. A poll that was stopped before its count was not shuffled.
insert into box_rewrite (community, poll, ended_in)
    select p.community, p.id, pg_current_xact_id() from poll p where p.secrecy = 'secret' and p.state in ('closed', 'void');
delete from count_sheet c using poll p
    where p.community = c.community and p.id = c.poll and p.secrecy = 'secret' and not p.by_hands
        and p.state = 'void' and p.box_sha256 is null;
alter table secret_ballot disable trigger user;
with taken as (
    delete from secret_ballot s using poll p
    where p.community = s.community and p.id = s.poll and p.state = 'void' and p.box_sha256 is null
    returning s.community, s.poll, s.choice
)
insert into secret_ballot (community, poll, id, choice)
    select community, poll, gen_random_uuid(), choice from taken order by random();
alter table secret_ballot enable trigger user;
