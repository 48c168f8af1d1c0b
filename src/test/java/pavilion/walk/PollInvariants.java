package pavilion.walk;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.db.Database;
import pavilion.db.Tx;

/** Ballots, those who took part, the counter, the record and the count agree, and a closed poll stays as it was. */
final class PollInvariants {
    private final Faults faults;
    private final PollRecounts recounts;
    private final Map<String, String> closed = new HashMap<>();

    PollInvariants(Faults faults) {
        this.faults = faults;
        this.recounts = new PollRecounts(faults);
    }

    private record StoredPoll(
            int community,
            long id,
            String state,
            boolean secret,
            boolean hands,
            @Nullable JsonObject slate,
            String seed,
            int cast,
            @Nullable JsonObject tally,
            String result) {

        static StoredPoll of(Row row) {
            return new StoredPoll(
                    row.getInteger("community"),
                    row.getLong("id"),
                    row.getString("state"),
                    row.getString("secrecy").equals("secret"),
                    row.getBoolean("by_hands"),
                    (JsonObject) row.getValue("slate"),
                    Objects.requireNonNullElse(row.getString("electorate_sha"), ""),
                    row.getInteger("cast_count"),
                    (JsonObject) row.getValue("tally"),
                    row.getString("result"));
        }

        String name() {
            return "poll " + id + " of community " + community + " (" + state + ")";
        }
    }

    /** @return how many polls were looked at */
    int check(Database database) {
        return database.snapshot(tx -> {
            List<StoredPoll> polls = tx.list(StoredPoll::of, """
                    select community, id, state, secrecy, by_hands, slate, electorate_sha, cast_count, tally,
                        concat_ws('|', tally, outcome, box_sha256, cast_count, present, opened_at, closed_at) as result
                    from poll where state <> 'draft' order by id
                    """);
            polls.forEach(poll -> check(tx, poll));
            chains(tx);
            return polls.size();
        });
    }

    private void check(Tx tx, StoredPoll poll) {
        Set<String> kept = new TreeSet<>(tx.list(
                row -> row.getString(0),
                "select receipt from " + (poll.secret ? "turnout" : "ballot") + " where community = $1 and poll = $2",
                poll.community,
                poll.id));
        if (kept.size() != poll.cast) {
            faults.add("cast_count differs from the ballots", poll.name() + ": " + poll.cast + ", " + kept.size());
        }
        Set<String> recorded = new TreeSet<>();
        AuditStore.read(tx, poll.community, "poll/" + poll.id).stream()
                .filter(act -> act.act().equals("poll.ballots"))
                .flatMap(act -> new JsonObject(act.payload()).getJsonArray("ballots").stream())
                .forEach(receipt -> recorded.add((String) receipt));
        if (!recorded.equals(kept)) {
            faults.add("receipts in the record differ from those kept", poll.name() + ": " + recorded + ", " + kept);
        }
        if (poll.secret && !poll.hands) {
            box(tx, poll);
        }
        JsonObject tally = poll.tally;
        if (tally != null) {
            recounts.recount(
                    tx,
                    new PollRecounts.Counted(
                            poll.name(),
                            poll.community,
                            poll.id,
                            poll.secret,
                            poll.hands,
                            poll.slate,
                            poll.seed,
                            tally));
            String before = closed.putIfAbsent(poll.community + "/" + poll.id, poll.result);
            if (before != null && !before.equals(poll.result)) {
                faults.add("a closed poll changed", poll.name() + ": " + before + " became " + poll.result);
            }
        } else if (closed.containsKey(poll.community + "/" + poll.id)) {
            faults.add("a closed poll lost its count", poll.name());
        }
    }

    private void box(Tx tx, StoredPoll poll) {
        int inBox = tx.first(
                        row -> row.getInteger(0),
                        "select count(*)::int from secret_ballot where community = $1 and poll = $2",
                        poll.community,
                        poll.id)
                .orElseThrow();
        int outside = tx.first(
                        row -> row.getInteger(0),
                        "select count(*)::int from turnout where community = $1 and poll = $2 and paper",
                        poll.community,
                        poll.id)
                .orElseThrow();
        JsonObject papers = poll.tally == null ? null : poll.tally.getJsonObject("papers");
        int counted = papers == null ? 0 : papers.getInteger("returned") - papers.getInteger("spoiled");
        if (inBox != poll.cast - outside + counted) {
            faults.add(
                    "the box differs from those who took part",
                    poll.name() + ": " + inBox + " in the box, " + poll.cast + " took part, " + outside + " on paper, "
                            + counted + " papers counted");
        }
    }

    private void chains(Tx tx) {
        List<String> broken = new ArrayList<>();
        tx.list(
                row -> {
                    int community = row.getInteger(0);
                    String chain = row.getString(1);
                    var acts = AuditStore.read(tx, community, chain);
                    if (Chain.verify(acts).isPresent() || !Chain.head(acts).equals(row.getString(2))) {
                        broken.add(community + " " + chain);
                    }
                    return chain;
                },
                "select community, chain, hash from chain_head");
        if (!broken.isEmpty()) {
            faults.add("a chain is broken", broken.toString());
        }
    }
}
