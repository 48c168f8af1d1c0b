-- A roll is locked when its session opens: who was on it stands here, so that what is imported later counts from the session's
-- end. A session that was opened before this was kept has no list, and goes on by the roll as it is.
alter table session_roll add column listed boolean not null default false;
create table session_voter (
    community int    not null,
    session   bigint not null,
    roll      text   not null,
    n         int    not null, -- in the order of the roll
    voter     bigint not null,
    label     text   not null,
    person    bigint,
    area_c    bigint not null,
    heads     int    not null,
    primary key (community, session, roll, voter),
    foreign key (community, session, roll) references session_roll
);
create index session_voter_person on session_voter (person, session, community);
create trigger session_voter_append_only before update or delete or truncate on session_voter
    for each statement execute function append_only();

-- A letter for a session lasts until that session ends, wherever it is moved: it has no last day. One for a matter has.
alter table proxy_letter alter column to_day drop not null;
alter table proxy_letter add check (to_day is not null or session is not null);

-- A letter is ended once, but for one that ended because its principal came, who then was not there after all.
create or replace function letter_kept() returns trigger language plpgsql as $$
begin
    if (old.ended_at is not null and (old.ended_why <> 'came' or new.ended_at is not null))
        or (to_jsonb(new) - 'ended_at' - 'ended_why') <> (to_jsonb(old) - 'ended_at' - 'ended_why') then
        raise exception 'letter % stays as it was signed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- While a poll is open two things about a voter on its roll may change, and no figure of the roll: who casts the ballot, when the
-- letter by which another would cast it ends (Civil Code Art. 173-174), and whether the voter has left the session.
alter table entitlement add column left_at timestamptz;
-- An intake that waited for the poll's row sees by this that the roll which it read is older than the row.
alter table poll add column roll_changes int not null default 0;
alter table poll add column gone int not null default 0; -- voters on the roll with left_at

drop trigger roll_kept on entitlement;
create trigger roll_kept before delete or truncate or update of community, poll, voter, label, area_c, heads, present on entitlement
    for each statement execute function roll_kept();

create function ballot_held() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from poll p where p.community = old.community and p.id = old.poll and p.state = 'open') then
        raise exception 'a frozen roll keeps its voters' using errcode = 'restrict_violation';
    end if;
    if new.person is distinct from old.person and (
        exists (select 1 from ballot b where b.community = old.community and b.poll = old.poll and b.voter = old.voter)
        or exists (select 1 from turnout t where t.community = old.community and t.poll = old.poll and t.voter = old.voter)
        or not exists (
            select 1 from proxy_use u join proxy_letter l on l.community = u.community and l.id = u.letter
            where u.community = old.community and u.poll = old.poll and u.voter = old.voter
                and new.person is not distinct from case when l.ended_at is null then l.holder else l.principal end)) then
        raise exception 'the ballot of voter % is held by whom the roll names', old.voter using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger ballot_held before update on entitlement for each row execute function ballot_held();
