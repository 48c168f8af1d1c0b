package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterLine;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.matter.StageFact;
import pavilion.matter.StageFacts;
import pavilion.matter.StepStore;
import pavilion.proposal.Notices;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;

/** Whoever lives there may object while the notice runs; somebody other than who decided answers. */
public final class Objections {

    private final Database db;
    private final Matters matters;
    private final Notices notices;

    Objections(Database db, Matters matters, Notices notices) {
        this.db = db;
        this.matters = matters;
        this.notices = notices;
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
            ResolutionStore.withdraw(
                    tx,
                    resolution,
                    new Resolution.Withdrawal(Resolution.Cause.OBJECTION, matters.now(), by.post(), answer));
            if (matter.open()) {
                notices.reopen(tx, matter, by, answer);
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
                .filter(stage -> stage.kind().decides())
                .map(Stage::key)
                .toList();
    }

    Instant now() {
        return matters.now();
    }

    /** What waits to be posted and by whom; which objections wait, and whether this person may answer one. */
    Map<Long, StageFact> waiting(Tx tx, CurrentUser user, List<MatterLine> lines) {
        int community = lines.getFirst().community();
        List<Long> ids = lines.stream().map(MatterLine::id).toList();
        Map<Long, ObjectionStore.Waiting> waiting = ObjectionStore.waiting(tx, community, ids, user.person());
        Set<Long> unposted = ResolutionStore.unposted(tx, community, ids);
        if (waiting.isEmpty() && unposted.isEmpty()) {
            return Map.of();
        }
        Set<Long> decided = StepStore.movedBy(
                tx, community, waiting.keySet(), user.person(), matters.stageKeys(StageKind::decides));
        return StageFacts.by(lines, line -> {
            ObjectionStore.Waiting here = waiting.get(line.id());
            if (unposted.contains(line.id())) {
                return StageFact.badge(
                        line.served(user, Role.COMMITTEE) || line.served(user, Role.MODERATOR) ? "posting" : "");
            }
            if (here == null) {
                return StageFact.NONE;
            }
            boolean answers = line.served(user, Role.COMMITTEE) || line.served(user, Role.SUPERVISION);
            boolean may = answers && here.answerable() && !decided.contains(line.id());
            return new StageFact(may ? "publicity" : "", null, here.objections(), false);
        });
    }
}
