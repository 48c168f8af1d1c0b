package pavilion.motion;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pavilion.audit.AuditStore;
import pavilion.identity.Actor;
import pavilion.poll.Question;
import pavilion.session.OpenSession;

/** Motions in a running of six households, of which those of 201 to 204 are present. */
abstract class MotionCase {
    static final String FIRST = "一层换灯\n二层换灯\n费用各户均摊";

    OpenSession running;
    Motions motions;
    MotionDrafting drafting;
    private int keys;

    @BeforeEach
    void open() {
        running = OpenSession.open();
        motions = new Motions(running.module(), running.questions(), running.village().clock);
        drafting = new MotionDrafting(running.module().changes(), running.village().clock);
        running.polls().concludes(Question.Purpose.AMENDMENT, motions);
        running.polls().concludes(Question.Purpose.PROCEDURE, motions);
    }

    @AfterEach
    void close() {
        running.close();
    }

    Mover mover(long person) {
        return new Mover(person, "No. " + person, new Actor(person, "resident"));
    }

    int version() {
        return running.item().debate().version();
    }

    AmendmentDraft draft(String text) {
        return new AmendmentDraft(0, version(), text, "key" + keys++);
    }

    Motion amend(long person, String text) {
        drafting.amend(running.session(), mover(person), draft(text));
        return all().getLast();
    }

    Motion move(long person, Motion.Kind kind) {
        drafting.procedure(
                running.session(), mover(person), kind, kind == Motion.Kind.REFER ? "街道" : "", "key" + keys++);
        return all().getLast();
    }

    void consent(Motion motion) {
        motions.consent(running.session(), motion.id(), running.moderator());
    }

    void adopt(Motion motion) {
        motions.adopt(running.session(), motion.id(), running.moderator());
    }

    void agreed(Motion motion) {
        consent(motion);
        adopt(motion);
    }

    void object(Motion motion, long person) {
        motions.object(running.session(), motion.id(), person, new Actor(person, "resident"));
    }

    void vote(Motion motion) {
        motions.vote(running.session(), motion.id(), (tx, each) -> "question " + each.number(), running.moderator());
    }

    List<Motion> all() {
        return MotionStore.ofItem(
                running.db().plain(), running.session(), running.item().id());
    }

    Motion now(Motion motion) {
        return MotionStore.find(running.db().plain(), running.session(), motion.id())
                .orElseThrow();
    }

    String text() {
        return running.item().motion();
    }

    List<String> acts() {
        return AuditStore.read(
                        running.db().plain(), 1, "session/" + running.session().id())
                .stream()
                .filter(act -> act.act().startsWith("motion."))
                .map(act -> act.act() + " " + new JsonObject(act.payload()).getInteger("number", 0))
                .toList();
    }
}
