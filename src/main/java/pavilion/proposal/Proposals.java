package pavilion.proposal;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterStore;
import pavilion.matter.Matters;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

/** How a matter comes into the world (D01), with a number that is its receipt. */
public final class Proposals {
    private static final int MOST_PHOTOS = 5;

    private final Matters matters;

    public Proposals(Matters matters) {
        this.matters = matters;
    }

    /** @param opened false when this very form had been taken before */
    public record Receipt(Matter matter, boolean opened) {}

    /** @param by the proposer, or the grid worker or clerk who writes it down for them */
    public Receipt open(Tx tx, int community, String templateId, ProposalDraft draft, long proposer, Actor by) {
        var before = MatterStore.byRequest(tx, community, proposer, draft.requestKey());
        if (before.isPresent()) {
            return new Receipt(before.get(), false);
        }
        if (draft.pictures().size() > MOST_PHOTOS) {
            throw new Refused("matter.photos.many", MOST_PHOTOS);
        }
        Template template = matters.book().template(templateId);
        Stage first = template.first();
        var place =
                MatterStore.place(tx, community, draft.place()).orElseThrow(() -> new Refused("matter.place.unknown"));
        LocalDate today = matters.today();
        LocalDate due = matters.due(first, first.defaultDays());
        int number = MatterStore.nextNumber(tx, community, place.id(), today.getYear());
        Long assistedBy = assistant(proposer, by);
        var id = MatterStore.insert(
                tx,
                community,
                String.format(
                        Locale.ROOT, "%s-%d-%03d", place.code().toUpperCase(Locale.ROOT), today.getYear(), number),
                template.id(),
                template.ruleId(),
                place.id(),
                draft,
                proposer,
                assistedBy,
                first.key(),
                due,
                threshold(MatterStore.householdsOf(tx, community, place.path())),
                matters.now());
        if (id.isEmpty()) {
            // The same form came twice at once; the other was first, so this one (and its number) is rolled back.
            throw new Refused("matter.open.again");
        }
        Matter matter = MatterStore.find(tx, community, id.get()).orElseThrow();
        for (ProposalDraft.Picture picture : draft.pictures()) {
            PhotoStore.add(tx, matter, null, "proposal", picture, proposer, matters.now());
        }
        MatterStore.step(tx, matter, null, first.key(), "open", by, "", matters.now(), due);
        matters.act(tx, matter, "open", by, opening(matter, draft, assistedBy != null));
        return new Receipt(matter, true);
    }

    private static @Nullable Long assistant(long proposer, Actor by) {
        Long person = by.person();
        return person != null && person != proposer ? person : null;
    }

    private static JsonObject opening(Matter matter, ProposalDraft draft, boolean assisted) {
        return new JsonObject()
                .put("number", matter.number())
                .put("template", matter.template())
                .put("title", matter.title())
                .put("problem", matter.problem())
                .put("idea", matter.idea())
                .put("assisted", assisted)
                .put(
                        "photos",
                        draft.pictures().stream()
                                .map(ProposalDraft.Picture::sha256)
                                .toList());
    }

    /** A tenth of the households, at least three, at most twenty: a house rule. */
    static int threshold(int households) {
        return Math.clamp((households + 9) / 10, 3, 20);
    }

    /** The proposer corrects what the committee sent back, and it goes straight to the committee again. */
    public Matter correct(Tx tx, int community, long id, long person, String title, String problem, String idea) {
        Matter matter = matters.locked(tx, community, id, StageKind.PROPOSE);
        List<MatterStore.StepLine> steps = MatterStore.steps(tx, community, id);
        boolean returned = steps.stream().anyMatch(step -> step.move().equals("return"));
        if (!returned) {
            throw new Refused("matter.correct.not-returned");
        }
        if (matter.proposer() != person && (matter.assistedBy() == null || matter.assistedBy() != person)) {
            throw new Refused("matter.correct.not-yours");
        }
        Actor by = new Actor(person, "resident");
        MatterStore.correct(tx, matter, title, problem, idea, matters.now());
        matters.act(
                tx,
                matter,
                "correct",
                by,
                new JsonObject().put("title", title).put("problem", problem).put("idea", idea));
        Stage triage = matters.template(matter).next(matter.stage()).orElseThrow();
        return matters.enter(tx, matter, triage, "next", matters.due(triage, triage.defaultDays()), by, "");
    }
}
