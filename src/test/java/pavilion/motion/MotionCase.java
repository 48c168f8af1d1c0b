package pavilion.motion;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pavilion.audit.AuditStore;
import pavilion.identity.Actor;
import pavilion.poll.Question;
import pavilion.session.OpenSession;

/** Motions in a meeting of six households, of which those of 201 to 204 are present. */
abstract class MotionCase {
    static final String FIRST = "一层换灯\n二层换灯\n费用各户均摊";

    OpenSession meeting;
    Motions motions;
    MotionDrafting drafting;
    private int keys;

    @BeforeEach
    void open() {
        meeting = OpenSession.open();
        motions = new Motions(meeting.module(), meeting.questions(), meeting.village().clock);
        drafting = new MotionDrafting(meeting.module().changes(), meeting.village().clock);
        meeting.polls().concludes(Question.Purpose.AMENDMENT, motions);
        meeting.polls().concludes(Question.Purpose.PROCEDURE, motions);
    }

    @AfterEach
    void close() {
        meeting.close();
    }

    Mover mover(long person) {
        return new Mover(person, "No. " + person, new Actor(person, "resident"));
    }

    int version() {
        return meeting.item().debate().version();
    }

    AmendmentDraft draft(String text) {
        return new AmendmentDraft(0, version(), text, "key" + keys++);
    }

    Motion amend(long person, String text) {
        drafting.amend(meeting.session(), mover(person), draft(text));
        return all().getLast();
    }

    Motion move(long person, Motion.Kind kind) {
        drafting.procedure(meeting.session(), mover(person), kind, kind == Motion.Kind.REFER ? "街道" : "", "key" + keys++);
        return all().getLast();
    }

    void consent(Motion motion) {
        motions.consent(meeting.session(), motion.id(), meeting.moderator());
    }

    void adopt(Motion motion) {
        motions.adopt(meeting.session(), motion.id(), meeting.moderator());
    }

    void agreed(Motion motion) {
        consent(motion);
        adopt(motion);
    }

    void object(Motion motion, long person) {
        motions.object(meeting.session(), motion.id(), person, new Actor(person, "resident"));
    }

    void vote(Motion motion) {
        motions.vote(meeting.session(), motion.id(), (tx, each) -> "question " + each.number(), meeting.moderator());
    }

    List<Motion> all() {
        return MotionStore.ofItem(
                meeting.db().plain(), meeting.session(), meeting.item().id());
    }

    Motion now(Motion motion) {
        return MotionStore.find(meeting.db().plain(), meeting.session(), motion.id())
                .orElseThrow();
    }

    String text() {
        return meeting.item().motion();
    }

    List<String> acts() {
        return AuditStore.read(
                        meeting.db().plain(), 1, "session/" + meeting.session().id())
                .stream()
                .filter(act -> act.act().startsWith("motion."))
                .map(act -> act.act() + " " + new JsonObject(act.payload()).getInteger("number", 0))
                .toList();
    }
}
