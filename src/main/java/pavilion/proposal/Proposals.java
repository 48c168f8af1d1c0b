package pavilion.proposal;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.Bigrams;
import pavilion.matter.Matter;
import pavilion.matter.MatterListStore;
import pavilion.matter.MatterListStore.Likely;
import pavilion.matter.MatterMoves;
import pavilion.matter.MatterRegistry;
import pavilion.matter.MatterStore;
import pavilion.matter.MatterStore.Place;
import pavilion.matter.Matters;
import pavilion.matter.NewMatter;
import pavilion.matter.StepStore;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

/** Opens matters (D01); the number of a matter is the proposer's receipt. */
public final class Proposals {
    static final int MOST_PHOTOS = 5;

    /** From this likeness on, in hundredths, two texts are shown to the person as perhaps the same matter. */
    private static final int ALIKE = 28;

    private final Matters matters;
    private final MatterMoves moves;
    private final MatterRegistry registry;

    Proposals(Matters matters, MatterMoves moves, MatterRegistry registry) {
        this.matters = matters;
        this.moves = moves;
        this.registry = registry;
    }

    /** @param opened false when this very form had been taken before */
    public record Receipt(Matter matter, boolean opened) {}

    /** The templates by which this person may propose here: those whose first stage names a role of theirs. */
    List<Template> open(CurrentUser user, int community) {
        return matters.book().templates().values().stream()
                .filter(registry::offers)
                .filter(template -> template.first().roles().stream().anyMatch(role -> is(user, community, role)))
                .toList();
    }

    private static boolean is(CurrentUser user, int community, String role) {
        return role.equals(Role.RESIDENT.key()) ? user.community() == community : user.has(Role.of(role), community);
    }

    /**
     * Opens a matter at the first stage of the template.
     *
     * @param by the proposer, or the grid worker or clerk who writes it down for them
     * @throws Refused if the template is not offered, the place is unknown, or there are too many photos
     */
    public Receipt open(Tx tx, int community, String templateId, ProposalDraft draft, long proposer, Actor by) {
        var before = MatterStore.byRequest(tx, community, proposer, draft.requestKey());
        if (before.isPresent()) {
            return new Receipt(before.get(), false);
        }
        if (draft.pictures().size() > MOST_PHOTOS) {
            throw new Refused("matter.photos.many", MOST_PHOTOS);
        }
        Template template = matters.book().template(templateId);
        if (!registry.offers(template)) {
            throw new Refused("matter.template.not-offered");
        }
        Stage first = template.first();
        Place place =
                MatterStore.place(tx, community, draft.place()).orElseThrow(() -> new Refused("matter.place.unknown"));
        LocalDate due = matters.due(first, first.defaultDays());
        Long assistedBy = assistant(proposer, by);
        Optional<Long> id = MatterStore.insert(
                tx,
                new NewMatter(
                        community,
                        number(tx, community, place),
                        template.id(),
                        template.ruleId(),
                        first.key(),
                        due,
                        place.id(),
                        new NewMatter.Content(
                                draft.title(), draft.problem(), draft.idea(), draft.households(), draft.willing()),
                        new NewMatter.Origin(proposer, assistedBy, draft.requestKey(), matters.now()),
                        threshold(MatterStore.householdsOf(tx, community, place.path()))));
        if (id.isEmpty()) {
            // The same form came twice at once; the other was first, so this one (and its number) is rolled back.
            throw new Refused("matter.open.again");
        }
        Matter matter = MatterStore.find(tx, community, id.get()).orElseThrow();
        for (ProposalDraft.Picture picture : draft.pictures()) {
            PhotoStore.add(tx, matter, null, "proposal", picture, proposer, matters.now());
        }
        StepStore.add(tx, matter, null, first.key(), "open", by, "", matters.now(), due);
        matters.act(tx, matter, "open", by, opening(matter, draft, assistedBy != null));
        return new Receipt(matter, true);
    }

    private String number(Tx tx, int community, Place place) {
        int year = matters.today().getYear();
        int number = MatterStore.nextNumber(tx, community, place.id(), year);
        return String.format(Locale.ROOT, "%s-%d-%03d", place.code().toUpperCase(Locale.ROOT), year, number);
    }

    private static @Nullable Long assistant(long proposer, Actor by) {
        Long person = by.person();
        return person != null && person != proposer ? person : null;
    }

    private static JsonObject opening(Matter matter, ProposalDraft draft, boolean assisted) {
        return matter.opening()
                .put("assisted", assisted)
                .put(
                        "photos",
                        draft.pictures().stream()
                                .map(ProposalDraft.Picture::sha256)
                                .toList());
    }

    /** A tenth of the households, at least three, at most twenty: our own default. */
    static int threshold(int households) {
        return Math.clamp((households + 9) / 10, 3, 20);
    }

    /**
     * At most three open matters of the same place that read alike, the likest first.
     *
     * @return empty when nothing is alike
     */
    List<Likely> alike(Tx tx, int community, long place, String title, String problem) {
        return MatterListStore.like(tx, community, place, title).stream()
                .filter(other -> likeness(other, title, problem) >= ALIKE)
                .sorted(Comparator.comparingInt((Likely other) -> -likeness(other, title, problem)))
                .limit(3)
                .toList();
    }

    private static int likeness(Likely other, String title, String problem) {
        return Math.max(
                Bigrams.likeness(other.title(), title),
                Bigrams.likeness(other.title() + "\n" + other.problem(), title + "\n" + problem));
    }

    /** The proposer corrects what the committee sent back, and it goes straight to the committee again. */
    public Matter correct(Tx tx, int community, long id, long person, String title, String problem, String idea) {
        Matter matter = matters.locked(tx, community, id, StageKind.PROPOSE);
        boolean returned = StepStore.of(tx, community, id).stream()
                .anyMatch(step -> step.move().equals("return"));
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

    /**
     * Whoever proposed a matter takes it back, until the committee has answered it.
     *
     * @throws Refused if it is somebody else's, answered already, or no reason is given
     */
    public Matter takeBack(Tx tx, int community, long id, long person, String reason) {
        Matter matter = matters.locked(tx, community, id);
        if (matter.proposer() != person) {
            throw new Refused("matter.take-back.not-yours");
        }
        StageKind kind = matters.stage(matter).kind();
        if (kind != StageKind.PROPOSE && kind != StageKind.TRIAGE) {
            throw new Refused("matter.take-back.late");
        }
        return moves.end(tx, matter, Ending.WITHDRAWN, new Actor(person, "resident"), reason);
    }
}
