-- Where a session was to be held before it was moved, beside the hour.
alter table session add column moved_venue text not null default ''; -- empty: the venue did not change

-- Ballots returned on paper in a named poll over days: each is typed in by two people, on their own, and becomes a ballot once
-- both typed the same. What is here waits for the other person, or differs; a poll is not counted before it is settled.
create table paper_entry (
    community int         not null,
    poll      bigint      not null,
    voter     bigint      not null,
    person    bigint      not null, -- who typed it; typing again replaces it
    post      text        not null,
    choice    text        not null check (length(choice) between 1 and 120),
    n         bigint      not null default nextval('ids'), -- the newest has the greatest
    at        timestamptz not null,
    primary key (community, poll, voter, person),
    foreign key (community, poll, voter) references entitlement
);
create function typed_while_open() returns trigger language plpgsql as $$
begin
    perform 1 from poll p where p.community = new.community and p.id = new.poll and p.state = 'open'
        and p.secrecy = 'named' and p.session is null for share;
    if not found then
        raise exception 'poll % takes no papers', new.poll using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger typed_while_open before insert or update on paper_entry for each row execute function typed_while_open();

-- The last moment of a poll is put off at most once, with a reason, while people may still cast.
alter table poll
    add column extended_from timestamptz, -- the last moment that was announced before; null: it was not put off
    add column extended_why  text check (length(extended_why) between 1 and 300),
    add constraint poll_extended_says_why check ((extended_from is null) = (extended_why is null));
create function extended_once() returns trigger language plpgsql as $$
begin
    if old.extended_from is not null or old.state <> 'open' or new.closes_at <= old.closes_at
        or new.extended_from is distinct from old.closes_at then
        raise exception 'poll % is not put off', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger poll_extended_once before update on poll for each row
    when (old.extended_from is distinct from new.extended_from) execute function extended_once();
alter table step drop constraint step_move_check;
alter table step add constraint step_move_check
    check (move in ('open', 'next', 'return', 'reroute', 'suspend', 'resume', 'extend', 'end'));
