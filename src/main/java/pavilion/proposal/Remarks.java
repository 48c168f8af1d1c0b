package pavilion.proposal;

import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;

/** Remarks: for, against, or a question, with one level of replies. Likes do not exist and are not counted. */
public final class Remarks {
    static final List<String> SIDES = List.of("for", "against", "question");
    private static final Set<StageKind> TALKING =
            EnumSet.of(StageKind.PLAN, StageKind.NOTICE, StageKind.SESSION, StageKind.POLL);

    private final Matters matters;

    public Remarks(Matters matters) {
        this.matters = matters;
    }

    public boolean talking(Matter matter) {
        return matter.open() && TALKING.contains(matters.stage(matter).kind());
    }

    void say(
            Tx tx,
            int community,
            long id,
            @Nullable Long parent,
            String side,
            String text,
            String key,
            long person,
            Relation relation) {
        Matter matter = matters.locked(tx, community, id);
        if (!talking(matter)) {
            throw new Refused("matter.remark.closed");
        }
        if (!relation.belongs()) {
            throw new Refused("matter.stop.elsewhere");
        }
        String where = side;
        if (parent != null) {
            var above = RemarkStore.find(tx, matter, parent).orElseThrow(() -> new Refused("matter.remark.unknown"));
            if (above.parent() != null) {
                throw new Refused("matter.remark.one-level");
            }
            where = "reply";
        }
        if (RemarkStore.add(tx, matter, parent, where, person, text, key, matters.now())) {
            matters.act(tx, matter, "remark", new Actor(person, "resident"), new JsonObject().put("side", where));
        }
    }

    void hide(Tx tx, Matter matter, long remark, Actor by, String reason) {
        if (!RemarkStore.hide(tx, matter, remark, by, reason, matters.now())) {
            throw new Refused("matter.remark.unknown");
        }
        matters.act(
                tx,
                matter,
                "remark.hide",
                by,
                new JsonObject().put("remark", remark).put("reason", reason));
    }

    void appeal(Tx tx, Matter matter, long remark, long person, String text) {
        if (!RemarkStore.appeal(tx, matter, remark, person, text, matters.now())) {
            throw new Refused("matter.appeal.not-yours");
        }
        matters.act(tx, matter, "remark.appeal", new Actor(person, "resident"), new JsonObject().put("remark", remark));
    }

    void answer(Tx tx, Matter matter, long remark, Actor by, String text, boolean restore) {
        if (!RemarkStore.answer(tx, matter, remark, by, text, restore, matters.now())) {
            throw new Refused("matter.appeal.other");
        }
        matters.act(
                tx,
                matter,
                "remark.answer",
                by,
                new JsonObject().put("remark", remark).put("restored", restore));
    }

    List<RemarkStore.Down> down(Tx tx, int community, String[] paths, int most) {
        return RemarkStore.down(tx, community, paths, most);
    }

    public List<RemarkStore.Remark> of(Tx tx, Matter matter) {
        return RemarkStore.of(tx, matter);
    }
}
