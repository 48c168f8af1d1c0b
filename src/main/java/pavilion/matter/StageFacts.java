package pavilion.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;

/** What a kind of stage adds to the lines of a list. Asked once a list, with all the lines that stand at it. */
public interface StageFacts {
    /**
     * In a number of queries that does not depend on how many lines there are.
     *
     * @param lines at least one, all of one community
     * @return by the id of the matter; a matter that is left out has no badge and waits for nothing but its day
     */
    Map<Long, StageFact> of(Tx tx, CurrentUser user, List<MatterLine> lines);

    /** Facts that follow from the line and the person alone. */
    static StageFacts badge(Function<MatterLine, Function<CurrentUser, String>> badge) {
        return (tx, user, lines) ->
                by(lines, line -> StageFact.badge(badge.apply(line).apply(user)));
    }

    static Map<Long, StageFact> by(List<MatterLine> lines, Function<MatterLine, StageFact> fact) {
        Map<Long, StageFact> facts = new HashMap<>();
        lines.forEach(line -> facts.put(line.id(), fact.apply(line)));
        return facts;
    }
}
