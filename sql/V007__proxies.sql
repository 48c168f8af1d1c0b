-- Proxies: a letter with everything that Civil Code Art. 165 requires.

-- Shown on the phone by somebody who is willing to be a proxy, so that nobody has to search the roll for them.
create table holder_code (
    community int         not null,
    person    bigint      not null,
    code      text        not null,
    until     timestamptz not null,
    primary key (community, person),
    unique (community, code),
    foreign key (community, person) references person
);

create table proxy_letter (
    community      int         not null references community,
    id             bigint      not null default nextval('ids'),
    session        bigint,               -- either one meeting ...
    matter         bigint,               -- ... or one matter: never everything
    voter          bigint      not null, -- household (its place), person or owner
    label          text        not null, -- how the roll names the voter
    principal      bigint,               -- who signed for the voter; null where the roll names nobody
    principal_name text        not null check (principal_name <> ''),
    holder         bigint      not null,
    holder_name    text        not null check (holder_name <> ''),
    instruction    text        not null default '' check (length(instruction) <= 500), -- empty: at the holder's discretion
    from_day       date        not null,
    to_day         date        not null,
    signed_on      date        not null,
    entered_by     bigint,               -- who entered a letter signed on paper; null: granted on the principal's own phone
    given_at       timestamptz not null,
    ended_at       timestamptz,
    ended_why      text        check (ended_why in ('revoked', 'came', 'expired')),
    request_key    text        not null,
    primary key (community, id),
    unique (community, voter, request_key),
    foreign key (community, session) references session,
    foreign key (community, matter) references matter,
    foreign key (community, holder) references person,
    foreign key (community, principal) references person,
    foreign key (community, entered_by) references person,
    check ((session is null) <> (matter is null)),
    check (to_day between from_day and from_day + 366),
    check (holder is distinct from principal),
    check ((ended_at is null) = (ended_why is null))
);
create unique index proxy_one_a_meeting on proxy_letter (community, session, voter) where ended_at is null;
create unique index proxy_one_a_matter on proxy_letter (community, matter, voter) where ended_at is null;
create index proxy_holder on proxy_letter (community, holder) where ended_at is null;
create index proxy_principal on proxy_letter (community, principal);

-- A letter is ended once; nothing else in it ever changes.
create function letter_kept() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null
        or (to_jsonb(new) - 'ended_at' - 'ended_why') <> (to_jsonb(old) - 'ended_at' - 'ended_why') then
        raise exception 'letter % stays as it was signed', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger letter_kept before update on proxy_letter for each row execute function letter_kept();
create trigger letter_never_deleted before delete or truncate on proxy_letter
    for each statement execute function append_only();
