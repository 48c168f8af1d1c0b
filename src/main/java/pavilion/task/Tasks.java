package pavilion.task;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.matter.StageGuard;
import pavilion.proposal.PhotoStore;
import pavilion.proposal.ProposalDraft;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;

/** The work that follows: listed by the committee, taken by whoever lives or serves there, closed with proof or a reason. */
public final class Tasks implements StageGuard {
    private final Matters matters;

    Tasks(Matters matters) {
        this.matters = matters;
    }

    public void add(Tx tx, int community, long id, String title, @Nullable LocalDate due, Actor by) {
        Matter matter = matters.locked(tx, community, id, StageKind.WORK);
        TaskStore.add(tx, matter, title, due);
        matters.act(tx, matter, "errand.add", by, new JsonObject().put("title", title));
    }

    void claim(Tx tx, int community, long id, long task, long person, String as, Relation relation) {
        Matter matter = matters.locked(tx, community, id, StageKind.WORK);
        if (!relation.belongs()) {
            throw new Refused("matter.stop.elsewhere");
        }
        known(tx, matter, task);
        if (!TaskStore.claim(tx, matter, task, person, as, matters.now())) {
            throw new Refused("task.claim.taken");
        }
        matters.act(tx, matter, "errand.claim", new Actor(person, "resident"), new JsonObject().put("errand", task));
    }

    void photo(
            Tx tx,
            int community,
            long id,
            long task,
            String kind,
            ProposalDraft.Picture picture,
            Actor by,
            boolean committee) {
        Matter matter = matters.locked(tx, community, id, StageKind.WORK);
        mayReport(known(tx, matter, task), by, committee);
        Long person = by.person();
        PhotoStore.add(tx, matter, task, kind, picture, person == null ? 0 : person, matters.now());
        matters.act(
                tx,
                matter,
                "errand.photo",
                by,
                new JsonObject().put("errand", task).put("kind", kind).put("sha256", picture.sha256()));
    }

    public void done(Tx tx, int community, long id, long task, String note, Actor by, boolean committee) {
        Matter matter = matters.locked(tx, community, id, StageKind.WORK);
        mayReport(known(tx, matter, task), by, committee);
        if (!TaskStore.done(tx, matter, task, note, matters.now())) {
            throw new Refused("task.closed");
        }
        matters.act(
                tx,
                matter,
                "errand.done",
                by,
                new JsonObject().put("errand", task).put("note", note));
    }

    void drop(Tx tx, int community, long id, long task, String reason, Actor by) {
        Matter matter = matters.locked(tx, community, id, StageKind.WORK);
        known(tx, matter, task);
        if (reason.isBlank()) {
            throw new Refused("matter.reason.required");
        }
        if (!TaskStore.drop(tx, matter, task, reason)) {
            throw new Refused("task.closed");
        }
        matters.act(
                tx,
                matter,
                "errand.drop",
                by,
                new JsonObject().put("errand", task).put("reason", reason));
    }

    private Task known(Tx tx, Matter matter, long task) {
        return TaskStore.find(tx, matter, task).orElseThrow(() -> new Refused("task.unknown"));
    }

    private static void mayReport(Task task, Actor by, boolean committee) {
        Long claimed = task.claimedBy();
        if (!committee && (claimed == null || !claimed.equals(by.person()))) {
            throw new Refused("task.not-yours");
        }
        if (task.closed()) {
            throw new Refused("task.closed");
        }
    }

    public List<Task> of(Tx tx, Matter matter) {
        return TaskStore.of(tx, matter);
    }

    /** Every task is done, or it is explained why it cannot be. */
    @Override
    public Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        long open =
                TaskStore.of(tx, matter).stream().filter(each -> !each.closed()).count();
        return open == 0 ? Optional.empty() : Optional.of(Refusal.of("task.gate.open", open));
    }
}
