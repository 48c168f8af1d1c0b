package pavilion.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;

/** The committee's answers (D02): one for each matter; after a correction it is written anew. */
public final class TriageStore {
    private TriageStore() {}

    public record Triage(
            String route, String guard, boolean narrowed, String reply, String post, LocalDate deadline, Instant at) {}

    static void write(Tx tx, Matter matter, Triage triage, Actor by) {
        tx.run(
                """
                insert into triage (community, matter, route, guard, narrowed, reply, post, deadline, by_person, at)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                on conflict (community, matter) do update set route = excluded.route, guard = excluded.guard,
                    narrowed = excluded.narrowed, reply = excluded.reply, post = excluded.post,
                    deadline = excluded.deadline, by_person = excluded.by_person, at = excluded.at
                """,
                matter.community(),
                matter.id(),
                triage.route(),
                triage.guard(),
                triage.narrowed(),
                triage.reply(),
                triage.post(),
                triage.deadline(),
                by.person(),
                Times.at(triage.at()));
    }

    static Optional<Triage> of(Tx tx, Matter matter) {
        return tx.first(
                row -> new Triage(
                        row.getString("route"),
                        row.getString("guard"),
                        row.getBoolean("narrowed"),
                        row.getString("reply"),
                        row.getString("post"),
                        row.getLocalDate("deadline"),
                        Times.of(row, "at")),
                """
                select route, guard, narrowed, reply, post, deadline, at from triage
                where community = $1 and matter = $2
                """,
                matter.community(),
                matter.id());
    }
}
