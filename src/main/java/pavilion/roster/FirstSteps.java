package pavilion.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.text.Phrases;
import pavilion.web.Request;

/**
 * What a new community does, in order, until it has its first matter: shown to those who may do any of it, with what is done and
 * what comes next.
 */
public final class FirstSteps {
    private static final int POSTS = 3;

    private final Database db;

    FirstSteps(Database db) {
        this.db = db;
    }

    /**
     * @param state a sentence with the counts; empty before there are any
     * @param href empty where somebody else does it
     * @param next whether it is the first one that is not done
     */
    public record Step(String title, String state, String href, boolean done, boolean next) {}

    /** The model of {@code roster/first-steps}. */
    public record FirstStepsView(List<Step> steps) {
        /** Whether the next step is for this person to take. */
        public boolean asks() {
            return steps.stream().anyMatch(step -> step.next() && !step.href().isEmpty());
        }
    }

    /** Empty for whom none of it is, and once there is a matter. */
    public Optional<FirstStepsView> of(Request request) {
        CurrentUser user = request.user();
        int community = request.community().id();
        boolean committee = user.has(Role.COMMITTEE, community);
        boolean admin = user.has(Role.ADMIN, community);
        boolean checks = committee || user.has(Role.GRID_WORKER, community);
        if (!checks && !admin || FirstStepStore.hasMatters(db.plain(), community)) {
            return Optional.empty();
        }
        FirstStepStore.Counts now = FirstStepStore.counts(db.plain(), community);
        Phrases phrases = request.phrases();
        String at = "/c/" + request.community().code();
        List<Step> steps = new ArrayList<>();
        boolean roll = now.households() > 0;
        add(steps, phrases, "roll", roll, committee ? at + "/desk/import" : "", roll, now.households());
        add(
                steps,
                phrases,
                "names",
                roll && now.unnamed() == 0,
                committee && roll ? at + "/desk/courtyards" : "",
                now.unnamed() > 0,
                now.unnamed());
        add(
                steps,
                phrases,
                "posts",
                now.posts() >= POSTS,
                committee || admin ? at + "/desk/people" : "",
                now.posts() > 0 && now.posts() < POSTS,
                POSTS - now.posts());
        add(
                steps,
                phrases,
                "slips",
                roll && now.invitations() > 0,
                committee ? at + "/desk/slips" : "",
                now.invitations() > 0,
                now.invitations());
        add(
                steps,
                phrases,
                "checks",
                roll && now.checked() > 0 && now.checked() >= now.representatives(),
                checks ? at + "/desk/people" : "",
                now.representatives() > 0,
                now.checked(),
                now.representatives());
        add(steps, phrases, "matter", false, at + "/matters/new", false);
        return Optional.of(new FirstStepsView(steps));
    }

    private static void add(
            List<Step> steps,
            Phrases phrases,
            String key,
            boolean done,
            String href,
            boolean counted,
            Object... counts) {
        String state = counted ? phrases.say("roster.first." + key + ".state", counts) : "";
        boolean next = !done && steps.stream().allMatch(Step::done);
        steps.add(new Step(phrases.say("roster.first." + key), state, href, done, next));
    }
}
