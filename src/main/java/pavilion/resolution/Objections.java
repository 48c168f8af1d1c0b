package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.util.List;
import pavilion.db.Database;
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
    private final Database db;
    private final Matters matters;

    Objections(Database db, Matters matters) {
        this.db = db;
        this.matters = matters;
    }

    /** @param key of the form: what is sent twice is one objection */
    record ObjectionDraft(Objection.Ground ground, String text, String key) {}

    void object(int community, long resolution, ObjectionDraft draft, long person, Relation mine) {
        db.run(tx -> object(tx, community, resolution, draft, person, mine));
    }

    private void object(Tx tx, int community, long resolutionId, ObjectionDraft draft, long person, Relation mine) {
        Resolution resolution =
                ResolutionStore.byId(tx, community, resolutionId).orElseThrow(() -> new Refused("resolution.unknown"));
        Matter matter = matters.locked(tx, community, resolution.matter().id());
        if (!mine.resident() && !mine.owner()) {
            throw new Refused("resolution.objection.not-here");
        }
        if (matters.ofOwners(matter) && !mine.owner()) {
            throw new Refused("matter.owners-only");
        }
        if (!resolution.onNotice(matters.today())) {
            throw new Refused(
                    "resolution.objection.late", resolution.posting().until().toString());
        }
        if (ObjectionStore.add(tx, resolution, person, draft, matters.now())) {
            matters.act(
                    tx,
                    matter,
                    "objection",
                    new Actor(person, "resident"),
                    new JsonObject()
                            .put("resolution", resolution.number())
                            .put("kind", draft.ground().key()));
        }
    }

    /** Upheld: the resolution is withdrawn and the matter returns to its notice. Rejected: the reasons are shown with it. */
    void answer(int community, long objection, Objection.Ruling ruling, String answer, Actor by) {
        db.run(tx -> answer(tx, community, objection, ruling, answer, by));
    }

    private void answer(Tx tx, int community, long objectionId, Objection.Ruling ruling, String answer, Actor by) {
        var seen = ObjectionStore.lock(tx, community, objectionId).orElseThrow(() -> new Refused("resolution.unknown"));
        Resolution resolution = ResolutionStore.byId(tx, community, seen.resolution())
                .orElseThrow(() -> new Refused("resolution.unknown"));
        Matter matter = matters.locked(tx, community, resolution.matter().id());
        Long person = by.person();
        if (person == null
                || ResolutionStore.deciders(tx, resolution, deciding(matter)).contains(person)) {
            throw new Refused("resolution.answer.same-person");
        }
        if (person == seen.person()) {
            throw new Refused("resolution.answer.own");
        }
        if (!ObjectionStore.answer(tx, community, objectionId, ruling, answer, by, matters.now())) {
            throw new Refused("resolution.answer.twice");
        }
        matters.act(
                tx,
                matter,
                "objection.answer",
                by,
                new JsonObject()
                        .put("resolution", resolution.number())
                        .put("decision", ruling.key())
                        .put("answer", answer));
        if (ruling == Objection.Ruling.UPHELD && resolution.inForce()) {
            ResolutionStore.withdraw(tx, resolution, answer, matters.now());
            if (matter.open()) {
                matters.backToNotice(tx, matter, by, answer);
            }
        }
    }

    /** How many wait that this person may answer: nobody answers who decided, and nobody their own. */
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
