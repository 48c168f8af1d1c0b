package pavilion.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;

/** The table {@code paper_entry}: papers of a named poll over days that two people have not typed in the same way yet. */
final class PaperEntryStore {
    private PaperEntryStore() {}

    /** Typing again replaces what the same person typed before. */
    static void put(Tx tx, Poll poll, long voter, long person, String post, String choice, Instant now) {
        tx.run("""
                insert into paper_entry (community, poll, voter, person, post, choice, at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (community, poll, voter, person) do update
                    set post = excluded.post, choice = excluded.choice, at = excluded.at, n = nextval('ids')
                """, poll.community(), poll.id(), voter, person, post, choice, Times.at(now));
    }

    /** What was typed for one voter, by different people, the newest first. */
    static List<String> choices(Tx tx, Poll poll, long voter) {
        return tx.list(
                row -> row.getString(0),
                "select choice from paper_entry where community = $1 and poll = $2 and voter = $3 order by n desc",
                poll.community(),
                poll.id(),
                voter);
    }

    static void settle(Tx tx, Poll poll, long voter) {
        tx.run(
                "delete from paper_entry where community = $1 and poll = $2 and voter = $3",
                poll.community(),
                poll.id(),
                voter);
    }

    /** @return whether this person had typed one */
    static boolean withdraw(Tx tx, Poll poll, long voter, long person) {
        return tx.run(
                        "delete from paper_entry where community = $1 and poll = $2 and voter = $3 and person = $4",
                        poll.community(),
                        poll.id(),
                        voter,
                        person)
                > 0;
    }

    /** Those that wait; not those whose voter has cast by phone meanwhile, which stands. */
    static List<PaperEntry> waiting(Tx tx, Poll poll, long person) {
        return tx.list(
                row -> new PaperEntry(
                        row.getLong("voter"), row.getString("label"), row.getInteger("typed"), row.getBoolean("mine")),
                """
                select e.voter, e.label, count(*)::int as typed, bool_or(p.person = $3) as mine
                from paper_entry p join entitlement e using (community, poll, voter)
                where p.community = $1 and p.poll = $2 and not exists (select 1 from ballot b
                    where b.community = p.community and b.poll = p.poll and b.voter = p.voter and b.channel <> 'paper')
                group by e.voter, e.label order by e.label
                """,
                poll.community(),
                poll.id(),
                person);
    }

    /** How the ballot of this voter came that stands, as the column {@code ballot.channel} has it. */
    static Optional<String> channel(Tx tx, Poll poll, long voter) {
        return tx.first(
                row -> row.getString(0),
                "select channel from ballot where community = $1 and poll = $2 and voter = $3",
                poll.community(),
                poll.id(),
                voter);
    }
}
