package pavilion.walk;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.rules.method.OptionSet;

/** Counts what is in the box, or what was written down of raised hands, once more, and holds it against what was stored. */
final class PollRecounts {
    private final Faults faults;

    PollRecounts(Faults faults) {
        this.faults = faults;
    }

    /**
     * A poll that was counted.
     *
     * @param name for whoever reads a fault
     * @param slate several plans as they are stored, null where the answer is yes or no
     * @param seed that a lot is drawn with
     */
    record Counted(
            String name,
            int community,
            long id,
            boolean secret,
            boolean hands,
            @Nullable JsonObject slate,
            String seed,
            JsonObject tally) {}

    private record Sheet(long yes, long no, long abstain) {
        static Sheet of(Row row) {
            return new Sheet(row.getInteger("yes"), row.getInteger("no"), row.getInteger("abstain"));
        }

        static Sheet of(JsonObject counted) {
            return new Sheet(counted.getLong("yes"), counted.getLong("no"), counted.getLong("abstain"));
        }
    }

    void recount(Tx tx, Counted poll) {
        if (poll.hands) {
            hands(tx, poll);
            return;
        }
        List<OptionSet.Pile> piles = piles(tx, poll);
        if (poll.slate == null) {
            same("the tally differs from a recount", poll, Sheet.of(poll.tally), yesOrNo(piles));
        } else {
            plans(poll, poll.slate, piles);
        }
    }

    private void same(String fault, Counted poll, Object stored, Object again) {
        if (!stored.equals(again)) {
            faults.add(fault, poll.name + ": " + stored + " stored, " + again + " counted again");
        }
    }

    private static List<OptionSet.Pile> piles(Tx tx, Counted poll) {
        String sql = poll.secret ? """
                  select choice, count(*), 0::bigint from secret_ballot
                  where community = $1 and poll = $2 group by 1 order by 1""" : """
                  select b.choice, sum(e.heads)::bigint, coalesce(sum(e.area_c), 0)::bigint from ballot b
                      join entitlement e on e.community = b.community and e.poll = b.poll and e.voter = b.voter
                  where b.community = $1 and b.poll = $2 group by 1 order by 1""";
        return tx.list(
                row -> new OptionSet.Pile(row.getString(0), row.getLong(1), row.getLong(2)),
                sql,
                poll.community,
                poll.id);
    }

    private static Sheet yesOrNo(List<OptionSet.Pile> piles) {
        Map<String, Long> heads = new HashMap<>();
        piles.forEach(pile -> heads.merge(pile.choice(), pile.heads(), Long::sum));
        return new Sheet(
                heads.getOrDefault("yes", 0L), heads.getOrDefault("no", 0L), heads.getOrDefault("abstain", 0L));
    }

    /** Two people counted last, and both the same: that is the result, and theirs are the counts that are told. */
    private void hands(Tx tx, Counted poll) {
        List<Sheet> sheets = tx.list(
                Sheet::of,
                "select * from count_sheet where community = $1 and poll = $2 order by at desc, person",
                poll.community,
                poll.id);
        Sheet stored = Sheet.of(poll.tally);
        boolean agreed = sheets.size() > 1
                && sheets.get(0).equals(stored)
                && sheets.get(1).equals(stored);
        if (!agreed) {
            faults.add("the count of hands is not what two people counted", poll.name + ": " + stored + ", " + sheets);
        }
        List<Sheet> told = poll.tally.getJsonArray("hands", new JsonArray()).stream()
                .map(each -> Sheet.of((JsonObject) each))
                .toList();
        same("the counts of hands that are told differ from those that were made", poll, told, sheets);
    }

    /** How many accept each plan is read off the ballots here; who won, with every round and tie, is counted by the method again. */
    private void plans(Counted poll, JsonObject slate, List<OptionSet.Pile> piles) {
        OptionSet plans = OptionSet.fromMap(slate.getMap());
        JsonObject stored = poll.tally.getJsonObject("plans");
        JsonObject again =
                new JsonObject(new JsonObject(plans.count(piles, poll.seed).toMap()).encode());
        same("the plans differ from a recount", poll, stored, again);
        List<Long> accepting = new ArrayList<>();
        for (int number = 1; number <= plans.plans().size(); number++) {
            String plan = Integer.toString(number);
            accepting.add(piles.stream()
                    .filter(pile -> accepts(pile.choice(), plan))
                    .mapToLong(OptionSet.Pile::heads)
                    .sum());
        }
        List<Long> told = stored.getJsonArray("support").stream()
                .map(line -> ((JsonObject) line).getLong("heads"))
                .toList();
        same("those who accept a plan differ from the ballots", poll, told, accepting);
        same("those who want none differ from the ballots", poll, stored.getLong("none"), heads(piles, OptionSet.NONE));
        same("those who abstain differ", poll, poll.tally.getLong("abstain"), heads(piles, OptionSet.ABSTAIN));
        Sheet sums = Sheet.of(poll.tally);
        long all = piles.stream().mapToLong(OptionSet.Pile::heads).sum();
        same("the tally of plans differs from the ballots", poll, sums.yes + sums.no + sums.abstain, all);
    }

    private static long heads(List<OptionSet.Pile> piles, String choice) {
        return piles.stream()
                .filter(pile -> pile.choice().equals(choice))
                .mapToLong(OptionSet.Pile::heads)
                .sum();
    }

    /** {@code 2>1>3}, {@code 1,3} or {@code 1:5,3:2}, of which marks from 3 up accept. */
    private static boolean accepts(String choice, String plan) {
        for (String part : choice.split("[>,]")) {
            String[] marked = part.split(":");
            if (marked[0].equals(plan)) {
                return marked.length == 1 || Integer.parseInt(marked[1]) >= OptionSet.ACCEPTABLE;
            }
        }
        return false;
    }
}
