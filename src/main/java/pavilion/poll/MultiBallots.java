package pavilion.poll;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refused;

/** The ballots of somebody who holds more than one: sent together, each a ballot of its own with its own receipt. */
public final class MultiBallots {
    private final Database db;
    private final Polls polls;

    public MultiBallots(Database db, Polls polls) {
        this.db = db;
        this.polls = polls;
    }

    public List<VoterBallot> papers(Poll poll, CurrentUser me) {
        return polls.ballotsOf(db.plain(), poll, me.person(), me.level());
    }

    /** What can be answered, in the order in which it is shown. */
    public List<String> choices() {
        return Choice.KEYS;
    }

    /**
     * Casts what was chosen; each ballot then says what became of it.
     *
     * @param chosen by voter
     * @param key of the form: sent twice each is one ballot
     */
    public void cast(Poll poll, CurrentUser me, Map<Long, String> chosen, String key) {
        if (chosen.isEmpty() || key.isEmpty() || key.length() > 40) {
            throw new Refused("poll.refused.choose");
        }
        chosen.values().forEach(choice -> Choice.checked(poll.optionSet(), choice));
        if (polls.needsCheck(poll, me.level())) {
            throw new Refused("poll.why.level");
        }
        Map<Long, Future<CastResult>> sent = new LinkedHashMap<>();
        chosen.forEach((voter, choice) ->
                sent.put(voter, polls.cast(poll, voter, me.person(), choice, key + "-" + voter, BallotChannel.PHONE)));
        for (Future<CastResult> each : sent.values()) {
            CastResult result = each.await();
            if (!result.stands()) {
                throw new Refused(result.refusal());
            }
        }
    }
}
