-- A poll and its matter hold each other; what is void says by whom and when.

-- While a poll is open, its matter stays where it is: it is neither suspended nor ended, moved nor given another rule. Whoever opens
-- a poll and whoever moves a matter lock the matter's row, so that one of two at once is refused.
create function matter_held() returns trigger language plpgsql as $$
begin
    if exists (select 1 from poll p where p.community = new.community and p.matter = new.id and p.state = 'open') then
        raise exception 'matter % has an open poll', new.number using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger matter_held before update of state, stage, template, rule on matter
    for each row when ((old.state, old.stage, old.template, old.rule) is distinct from (new.state, new.stage, new.template, new.rule))
    execute function matter_held();

create function only_of_an_open_matter() returns trigger language plpgsql as $$
begin
    perform 1 from matter m where m.community = new.community and m.id = new.matter and m.state = 'open' for share;
    if not found then
        raise exception 'matter % takes no poll', new.matter using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger poll_of_an_open_matter before update of state on poll
    for each row when (new.state = 'open' and old.state <> 'open') execute function only_of_an_open_matter();

-- A void poll says when and by which post, beside why.
alter table poll add column void_at timestamptz, add column void_by text;
update poll p set void_at = p.closed_at, void_by = coalesce((select a.by_post from audit a
        where a.community = p.community and a.chain = 'poll/' || p.id and a.act = 'poll.void'), 'moderator')
    where p.state = 'void';
alter table poll add constraint poll_void_says_why check (state <> 'void' or (void_reason, void_at, void_by) is not null);

-- Why a resolution was taken back: an objection was upheld, or its poll was made void; and by which post.
alter table resolution
    add column withdrawn_for text check (withdrawn_for in ('objection', 'void')),
    add column withdrawn_by  text;
update resolution r set
        withdrawn_for = case when exists (select 1 from poll p
            where p.community = r.community and p.id = r.poll and p.state = 'void') then 'void' else 'objection' end,
        withdrawn_by = coalesce((select p.void_by from poll p
            where p.community = r.community and p.id = r.poll and p.state = 'void'), 'committee')
    where r.withdrawn_at is not null;
alter table resolution add constraint resolution_withdrawn_says_why
    check ((withdrawn_at is null) = (withdrawn_for is null) and (withdrawn_at is null) = (withdrawn_by is null));
