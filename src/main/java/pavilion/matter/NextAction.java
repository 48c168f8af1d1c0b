package pavilion.matter;

import java.util.HashMap;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.proposal.Plan;
import pavilion.proposal.Plans;
import pavilion.rules.procedure.Stage;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** The one thing that this person can do now on a matter's page; where there is none, who is waited for. */
final class NextAction {
    private final MatterModule room;

    NextAction(MatterModule room) {
        this.room = room;
    }

    /** {@code what} is the sentence; {@code deed} names the form or link under it, empty at rest. */
    Map<String, Object> of(Tx tx, Request request, Matter matter, Relation mine, Phrases phrases, Plan plan) {
        Map<String, Object> card = new HashMap<>();
        card.put("deed", "");
        card.put("what", room.course.waits(phrases, matter, MatterListStore.awaited(tx, matter)));
        if (!matter.open()) {
            return card;
        }
        Stage stage = room.matters.stage(matter);
        switch (stage.kind()) {
            case PROPOSE -> propose(tx, request, matter, mine, phrases, card);
            case TRIAGE -> deed(card, mine.committee(), "triage", phrases);
            case PLAN -> {
                boolean ready = Plans.complete(plan).isEmpty();
                deed(card, mine.committee(), ready ? "advance" : "plan", phrases);
                card.put("edit", mine.committee() && ready);
            }
            case NOTICE -> {
                boolean posted = room.notices.current(tx, matter).isPresent();
                deed(card, mine.moderates() && !posted, "notice", phrases);
                card.put("edit", mine.moderates() && posted);
                if (posted && !mine.moderates()) {
                    card.put("speak", true);
                }
            }
            default -> {}
        }
        return card;
    }

    private static void deed(Map<String, Object> card, boolean may, String deed, Phrases phrases) {
        if (may) {
            card.put("deed", deed);
            card.put("what", phrases.say("matter.now." + deed));
        }
    }

    private void propose(
            Tx tx, Request request, Matter matter, Relation mine, Phrases phrases, Map<String, Object> card) {
        int count = room.endorsements.count(tx, matter);
        boolean mineAlready = room.endorsements.has(tx, matter, request.me().person());
        boolean returned = MatterStore.steps(tx, matter.community(), matter.id()).stream()
                .anyMatch(step -> step.move().equals("return"));
        card.put("ground", phrases.say("matter.endorsed", count, matter.threshold()));
        if (mine.proposer() && returned) {
            deed(card, true, "correct", phrases);
        } else if (mineAlready) {
            card.put("what", phrases.say("matter.now.endorsed"));
            card.put("withdraw", true);
        } else if (!mine.proposer() && (room.matters.ofOwners(matter) ? mine.owner() : mine.resident())) {
            deed(card, true, "endorse", phrases);
        } else if (mine.committee()) {
            deed(card, true, "take-up", phrases);
        }
    }
}
