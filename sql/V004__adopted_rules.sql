-- Rules that a community has adopted beyond the law. A row never changes: a later rule may replace it, and whatever began
-- under the first continues under it.
create table adopted_rule (
    community   int         not null references community,
    n           int         not null,
    data        jsonb       not null, -- as the rule book reads it: name, text, base, from, quorum, pass, remote
    replaces    int,
    by_person   bigint,
    at          timestamptz not null,
    request_key text        not null,
    primary key (community, n),
    unique (community, request_key),
    unique (community, replaces),
    foreign key (community, replaces) references adopted_rule
);
create trigger adopted_rule_append_only before update or delete or truncate on adopted_rule
    for each statement execute function append_only();
