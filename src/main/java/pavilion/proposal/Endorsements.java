package pavilion.proposal;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterPeopleStore;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.matter.StageGuard;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;

/** Neighbours endorse a proposal; when there are enough, it goes to the committee. */
public final class Endorsements implements StageGuard {
    private final Matters matters;

    public Endorsements(Matters matters) {
        this.matters = matters;
    }

    /** The endorsement that reaches the threshold moves the matter on by itself. */
    public Matter endorse(Tx tx, int community, long id, long person, Relation relation) {
        Matter matter = matters.locked(tx, community, id, StageKind.PROPOSE);
        mayEndorse(tx, matter, person, relation);
        if (!EndorsementStore.add(tx, matter, person, matters.now())) {
            throw new Refused("matter.endorse.twice");
        }
        Actor by = new Actor(person, "resident");
        int count = EndorsementStore.count(tx, matter);
        matters.act(tx, matter, "endorse", by, new JsonObject().put("count", count));
        return count >= matter.threshold() ? matters.advance(tx, matter, Actor.SERVER, "") : matter;
    }

    public void withdraw(Tx tx, int community, long id, long person) {
        Matter matter = matters.locked(tx, community, id, StageKind.PROPOSE);
        if (!EndorsementStore.remove(tx, matter, person)) {
            throw new Refused("matter.endorse.none");
        }
        Actor by = new Actor(person, "resident");
        matters.act(
                tx, matter, "endorse.withdraw", by, new JsonObject().put("count", EndorsementStore.count(tx, matter)));
    }

    private void mayEndorse(Tx tx, Matter matter, long person, Relation relation) {
        if (relation.proposer()) {
            throw new Refused("matter.endorse.own");
        }
        if (matters.ofOwners(matter) && !relation.owner()) {
            throw new Refused("matter.owners-only");
        }
        if (!relation.resident() && !relation.owner()) {
            throw new Refused("matter.endorse.not-here", matter.placeName());
        }
        if (!MatterPeopleStore.byId(tx, matter.community(), person)
                .map(MatterPeopleStore.Person::adult)
                .orElse(false)) {
            throw new Refused("matter.adults-only");
        }
    }

    public int count(Tx tx, Matter matter) {
        return EndorsementStore.count(tx, matter);
    }

    public boolean has(Tx tx, Matter matter, long person) {
        return EndorsementStore.has(tx, matter, person);
    }

    @Override
    public Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        int count = EndorsementStore.count(tx, matter);
        return by.is(Role.COMMITTEE) || count >= matter.threshold()
                ? Optional.empty()
                : Optional.of(Refusal.of("matter.gate.propose", count, matter.threshold()));
    }
}
