-- Ballots come only while their poll is open, only into the box of its secrecy, and never without a voter who took part and was
-- counted. Whoever switches triggers off gets past this; the close then compares what is left with the poll's record. Whoever
-- may write to all of these tables, the record as well, can vote for somebody who has not, as the intake does.

-- What the triggers below count, so that no guard has to count a poll's ballots.
create table ballot_count (
    community int    not null,
    poll      bigint not null,
    took_part int    not null default 0, -- rows in ballot or turnout
    papers    int    not null default 0, -- of these, voters who were given a paper ballot
    in_box    int    not null default 0, -- rows in secret_ballot
    primary key (community, poll),
    foreign key (community, poll) references poll
);
insert into ballot_count (community, poll, took_part, papers, in_box)
    select p.community, p.id,
        (select count(*) from ballot b where b.community = p.community and b.poll = p.id)
            + (select count(*) from turnout t where t.community = p.community and t.poll = p.id),
        (select count(*) from turnout t where t.community = p.community and t.poll = p.id and t.paper),
        (select count(*) from secret_ballot s where s.community = p.community and s.poll = p.id)
    from poll p where p.state <> 'draft';

create function only_while_open(of_community int, of_poll bigint, box text) returns void language plpgsql as $$
begin
    -- Locked against a close: what is put in while the poll is being closed is either counted or refused.
    perform 1 from poll p where p.community = of_community and p.id = of_poll and p.state = 'open'
        and p.secrecy = box and not p.by_hands for share;
    if not found then
        raise exception 'poll % takes no % ballots', of_poll, box using errcode = 'restrict_violation';
    end if;
end $$;

create function ballot_counted() returns trigger language plpgsql as $$
declare
    come record;
begin
    for come in select community, poll, count(*) as n from fresh group by 1, 2 loop
        perform only_while_open(come.community, come.poll, 'named');
        insert into ballot_count (community, poll, took_part) values (come.community, come.poll, come.n)
        on conflict (community, poll) do update set took_part = ballot_count.took_part + excluded.took_part;
    end loop;
    return null;
end $$;
create trigger ballot_counted after insert on ballot referencing new table as fresh
    for each statement execute function ballot_counted();

create function turnout_counted() returns trigger language plpgsql as $$
declare
    come record;
begin
    for come in select community, poll, count(*) as n, count(*) filter (where paper) as papers from fresh group by 1, 2 loop
        perform only_while_open(come.community, come.poll, 'secret');
        insert into ballot_count (community, poll, took_part, papers)
        values (come.community, come.poll, come.n, come.papers)
        on conflict (community, poll) do update
            set took_part = ballot_count.took_part + excluded.took_part, papers = ballot_count.papers + excluded.papers;
    end loop;
    return null;
end $$;
create trigger turnout_counted after insert on turnout referencing new table as fresh
    for each statement execute function turnout_counted();

-- Into the box, and out of it: the intake and the close take ballots out to put them in again in another order.
create function box_counted() returns trigger language plpgsql as $$
declare
    moved record;
begin
    for moved in select community, poll, count(*) as n from rows_moved group by 1, 2 loop
        perform only_while_open(moved.community, moved.poll, 'secret');
        insert into ballot_count (community, poll, in_box)
        values (moved.community, moved.poll, case tg_op when 'INSERT' then moved.n else -moved.n end)
        on conflict (community, poll) do update set in_box = ballot_count.in_box + excluded.in_box;
    end loop;
    return null;
end $$;
create trigger secret_ballot_in after insert on secret_ballot referencing new table as rows_moved
    for each statement execute function box_counted();
create trigger secret_ballot_out after delete on secret_ballot referencing old table as rows_moved
    for each statement execute function box_counted();
create trigger secret_ballot_kept before update or truncate on secret_ballot
    for each statement execute function append_only();

-- At the end of each transaction that touched a box or the counter of a poll that is still open: nobody took part without being
-- counted, and the box holds one ballot for each, but for those who were given paper. The close puts the papers in.
create function ballots_agree() returns trigger language plpgsql as $$
declare
    of_poll bigint;
begin
    if tg_table_name = 'poll' then
        of_poll := new.id;
    else
        of_poll := new.poll;
    end if;
    if exists (select 1 from poll p left join ballot_count c on c.community = p.community and c.poll = p.id
        where p.community = new.community and p.id = of_poll and p.state = 'open'
            and (coalesce(c.took_part, 0) <> p.cast_count
                or coalesce(c.in_box, 0) <> case p.secrecy when 'secret' then p.cast_count - coalesce(c.papers, 0) else 0 end)) then
        raise exception 'poll %: ballots, voters and counter do not agree', of_poll using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create constraint trigger ballots_agree after insert or update on ballot_count deferrable initially deferred
    for each row execute function ballots_agree();
create constraint trigger ballots_agree after update of cast_count on poll deferrable initially deferred
    for each row when (old.cast_count is distinct from new.cast_count) execute function ballots_agree();

-- A named ballot keeps its receipt as well as its voter.
drop trigger ballot_voter_kept on ballot;
create trigger ballot_voter_kept before update of community, poll, voter, receipt, channel, at on ballot
    for each statement execute function append_only();

-- A roll is written before its poll opens, and from then on says the same: who, with what weight, cast by whom, present or not.
drop trigger roll_kept on entitlement;
create trigger roll_kept before update or delete or truncate on entitlement
    for each statement execute function roll_kept();

create function only_a_draft() returns trigger language plpgsql as $$
begin
    if exists (select 1 from (select distinct community, poll from fresh) f where not exists (
        select 1 from poll p where p.community = f.community and p.id = f.poll and p.state = 'draft')) then
        raise exception 'the roll of a poll that was opened takes no more voters' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger roll_frozen after insert on entitlement referencing new table as fresh
    for each statement execute function only_a_draft();

-- What was counted stays as it was counted; a poll that was closed can only be made void, with what it came to beside it.
create function poll_kept() returns trigger language plpgsql as $$
begin
    if new.state not in ('closed', 'void') or (old.state = 'void' and new.state <> 'void')
        or (old.opened_at, old.closed_at, old.rule, old.secrecy, old.cast_count, old.present, old.electorate_sha, old.box_sha256)
            is distinct from
            (new.opened_at, new.closed_at, new.rule, new.secrecy, new.cast_count, new.present, new.electorate_sha, new.box_sha256)
        or old.tally is distinct from new.tally or old.outcome is distinct from new.outcome then
        raise exception 'poll % was closed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger poll_kept before update on poll
    for each row when (old.state in ('closed', 'void')) execute function poll_kept();
