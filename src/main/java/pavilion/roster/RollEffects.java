package pavilion.roster;

import java.util.List;

/**
 * Whom an import touches besides the roll.
 *
 * @param running what is open where its households lie, and goes on by the roll that it was locked with
 * @param unrepresented labels of the households that have no representative any more, 50 at most
 */
public record RollEffects(List<Running> running, List<String> unrepresented) {
    static final RollEffects NONE = new RollEffects(List.of(), List.of());

    /**
     * A session or a poll that is open now.
     *
     * @param session whether it is a session; otherwise a poll over days
     * @param place name of the place whose roll it has
     */
    public record Running(boolean session, String place, String title) {}
}
