package pavilion.poll;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.rules.Refused;
import pavilion.web.Viewer;

/** The ballots of somebody who holds more than one: sent together, each a ballot of its own with its own receipt. */
public final class SeveralBallots {
    private final Database db;
    private final Polling polling;

    public SeveralBallots(Database db, Polling polling) {
        this.db = db;
        this.polling = polling;
    }

    public List<BallotPaper> papers(Poll poll, Viewer me) {
        return polling.papers(db.plain(), poll, me.person(), me.level());
    }

    /** What can be answered, in the order in which it is shown. */
    public List<String> choices() {
        return Choice.KEYS;
    }

    /**
     * Casts what was chosen; what became of each is seen on its paper.
     *
     * @param chosen by voter
     * @param key of the form: sent twice each is one ballot
     */
    public void cast(Poll poll, Viewer me, Map<Long, String> chosen, String key) {
        if (chosen.isEmpty() || key.isEmpty() || key.length() > 40) {
            throw new Refused("poll.refused.choose");
        }
        chosen.values().forEach(choice -> Choice.checked(poll.slate(), choice));
        if (polling.needsCheck(poll, me.level())) {
            throw new Refused("poll.why.level");
        }
        Map<Long, Future<Counted>> sent = new LinkedHashMap<>();
        chosen.forEach((voter, choice) ->
                sent.put(voter, polling.cast(poll, voter, me.person(), choice, key + "-" + voter, "phone")));
        for (Future<Counted> each : sent.values()) {
            Counted counted = each.await();
            if (!counted.stands()) {
                throw new Refused(counted.refusal());
            }
        }
    }
}
