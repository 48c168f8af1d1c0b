-- Hands, or papers from a box, counted by two people, each on their own; the last count of each stands, and the two must be
-- the same. What was counted of a secret poll's papers is taken away here when they go into the box with the others.
alter table hand_count rename to count_sheet;
alter trigger hand_count_kept on count_sheet rename to count_sheet_kept;
alter table count_sheet add column spoiled int not null default 0 check (spoiled >= 0);
alter table count_sheet alter column spoiled drop default;
-- Who counted papers was not written down by post before; the chain has it.
insert into count_sheet (community, poll, person, post, yes, no, abstain, spoiled, at)
    select community, poll, person, '', yes, no, abstain, spoiled, at from paper_count;
drop table paper_count;

-- What the meeting has reached stays on its agenda, at its place. Only the item that the room itself decided to take later
-- goes to the end, and the transaction that does so names it.
create or replace function agenda_kept() returns trigger language plpgsql as $$
begin
    if exists (select 1 from session s where s.community = old.community and s.id = old.session
        and (s.state in ('closed', 'off') or (s.opened_at is not null and old.ordinal <= s.current
            and not (tg_op = 'UPDATE' and old.ordinal = s.current and new.matter is not distinct from old.matter
                and coalesce(current_setting('pavilion.later', true), '') = old.id::text)))) then
        raise exception 'item % was reached', old.id using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
