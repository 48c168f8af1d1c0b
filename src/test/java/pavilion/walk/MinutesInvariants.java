package pavilion.walk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.rules.Sha256;

/** Minutes that were put name every poll of the meeting with its figures, and nothing hangs in a meeting that is over. */
final class MinutesInvariants {
    private final WalkedServer server;
    private final Faults faults;

    MinutesInvariants(WalkedServer server, Faults faults) {
        this.server = server;
        this.faults = faults;
    }

    private record Paper(int community, long session, String text, String sha256, Instant put) {
        static Paper of(Row row) {
            return new Paper(
                    row.getInteger("community"),
                    row.getLong("session"),
                    row.getString("paper"),
                    row.getString("sha256"),
                    row.getOffsetDateTime("put_at").toInstant());
        }
    }

    private record HeldPoll(
            Instant opened,
            String state,
            int cast,
            @Nullable JsonObject tally,
            @Nullable String box,
            @Nullable Instant annulled) {

        static HeldPoll of(Row row) {
            var annulled = row.getOffsetDateTime("void_at");
            return new HeldPoll(
                    row.getOffsetDateTime("opened_at").toInstant(),
                    row.getString("state"),
                    row.getInteger("cast_count"),
                    (JsonObject) row.getValue("tally"),
                    row.getString("box_sha256"),
                    annulled == null ? null : annulled.toInstant());
        }

        /** As it was when the minutes were put. */
        String stateAt(Instant put) {
            return annulled != null && annulled.isAfter(put) && tally != null ? "closed" : state;
        }
    }

    /** @return how many minutes were looked at */
    int check() {
        Tx tx = server.database().plain();
        List<Paper> papers = tx.list(
                Paper::of,
                "select community, session, paper, sha256, put_at from minutes where paper is not null order by session");
        papers.forEach(paper -> check(tx, paper));
        tx.list(row -> "session " + row.getLong(0) + ", motion " + row.getLong(1) + " " + row.getString(2), """
                        select s.id, m.id, m.state from motion m join session s on s.community = m.community and s.id = m.session
                        where s.state = 'closed' and m.state in ('consent', 'voting')
                        """)
                .forEach(each -> faults.add("a motion is undecided in a meeting that is over", each));
        tx.list(row -> "session " + row.getLong(0) + ", poll " + row.getLong(1), """
                        select s.id, p.id from poll p join session s on s.community = p.community and s.id = p.session
                        where s.state in ('closed', 'off') and p.state = 'open'
                        """)
                .forEach(each -> faults.add("a poll is open in a meeting that is over", each));
        return papers.size();
    }

    private void check(Tx tx, Paper paper) {
        if (!Sha256.of(paper.text).equals(paper.sha256)) {
            faults.add("minutes do not have their checksum", "session " + paper.session);
        }
        List<JsonObject> told = new ArrayList<>();
        JsonArray items = new JsonObject(paper.text).getJsonArray("items");
        for (int i = 0; i < items.size(); i++) {
            JsonObject item = items.getJsonObject(i);
            item.getJsonArray("polls").forEach(each -> told.add((JsonObject) each));
            item.getJsonArray("moved").forEach(each -> {
                JsonObject motion = (JsonObject) each;
                motion.getJsonArray("annulled").forEach(poll -> told.add((JsonObject) poll));
                if (motion.getJsonObject("poll") != null) {
                    told.add(motion.getJsonObject("poll"));
                }
            });
        }
        List<HeldPoll> held = tx.list(HeldPoll::of, """
                select opened_at, state, cast_count, tally, box_sha256, void_at from poll
                where community = $1 and session = $2 and state in ('closed', 'void') order by opened_at
                """, paper.community, paper.session);
        for (HeldPoll poll : held) {
            long named =
                    told.stream().filter(each -> same(each, poll, paper.put)).count();
            if (named != 1) {
                faults.add(
                        "minutes name a poll " + named + " times with its figures",
                        "session " + paper.session + ": " + poll + " in " + told);
            }
        }
        if (held.size() != told.size()) {
            faults.add(
                    "minutes name other polls than were held", "session " + paper.session + ": " + held + ", " + told);
        }
    }

    private static boolean same(JsonObject told, HeldPoll poll, Instant put) {
        return Instant.parse(told.getString("opened")).equals(poll.opened)
                && told.getString("state").equals(poll.stateAt(put))
                && told.getInteger("cast") == poll.cast
                && Objects.equals(told.getJsonObject("tally"), poll.tally)
                && Objects.equals(told.getString("box_sha256"), poll.box);
    }
}
