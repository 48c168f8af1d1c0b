package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.util.List;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;

/** Whoever lives there may object while the notice runs; somebody other than who decided answers. */
public final class Objections {
    static final List<String> KINDS = List.of("count", "identity", "procedure", "substance");

    private final Matters matters;

    Objections(Matters matters) {
        this.matters = matters;
    }

    void object(
            Tx tx, int community, long resolutionId, String kind, String text, String key, long person, Relation mine) {
        Resolution resolution =
                ResolutionStore.byId(tx, community, resolutionId).orElseThrow(() -> new Refused("resolution.unknown"));
        Matter matter = matters.locked(tx, community, resolution.matter());
        if (!mine.resident() && !mine.owner()) {
            throw new Refused("resolution.objection.not-here");
        }
        if (matters.ofOwners(matter) && !mine.owner()) {
            throw new Refused("matter.owners-only");
        }
        if (!resolution.inForce() || resolution.noticeUntil().isBefore(matters.today())) {
            throw new Refused(
                    "resolution.objection.late", resolution.noticeUntil().toString());
        }
        if (ObjectionStore.add(tx, resolution, person, kind, text, key, matters.now())) {
            matters.act(
                    tx,
                    matter,
                    "objection",
                    new Actor(person, "resident"),
                    new JsonObject().put("resolution", resolution.number()).put("kind", kind));
        }
    }

    /** Upheld: the resolution is taken back and the matter returns to its notice. Rejected: the reasons stand beside it. */
    void answer(Tx tx, int community, long objectionId, String decision, String answer, Actor by) {
        var seen = ObjectionStore.lock(tx, community, objectionId).orElseThrow(() -> new Refused("resolution.unknown"));
        Resolution resolution = ResolutionStore.byId(tx, community, seen.resolution())
                .orElseThrow(() -> new Refused("resolution.unknown"));
        Matter matter = matters.locked(tx, community, resolution.matter());
        Long person = by.person();
        if (person == null
                || ResolutionStore.deciders(tx, resolution, deciding(matter)).contains(person)) {
            throw new Refused("resolution.answer.same-person");
        }
        if (person == seen.person()) {
            throw new Refused("resolution.answer.own");
        }
        if (!ObjectionStore.answer(tx, community, objectionId, decision, answer, by, matters.now())) {
            throw new Refused("resolution.answer.twice");
        }
        matters.act(
                tx,
                matter,
                "objection.answer",
                by,
                new JsonObject()
                        .put("resolution", resolution.number())
                        .put("decision", decision)
                        .put("answer", answer));
        if (decision.equals("upheld") && resolution.inForce()) {
            ResolutionStore.withdraw(tx, resolution, answer, matters.now());
            if (matter.open()) {
                matters.backToNotice(tx, matter, by, answer);
            }
        }
    }

    /** How many of them this person may answer: none who decided, and nobody their own. */
    int forMe(Tx tx, Matter matter, Resolution resolution, long person) {
        return ResolutionStore.deciders(tx, resolution, deciding(matter)).contains(person)
                ? 0
                : ObjectionStore.open(tx, resolution, person);
    }

    private List<String> deciding(Matter matter) {
        return matters.template(matter).stages().stream()
                .filter(stage -> stage.kind() == StageKind.SESSION || stage.kind() == StageKind.POLL)
                .map(Stage::key)
                .toList();
    }
}
