package pavilion.matter;

import java.util.HashMap;
import java.util.Map;
import pavilion.db.Tx;
import pavilion.rules.procedure.Stage;
import pavilion.web.Visit;

/** The one thing that this person can do now on a matter's page; where there is none, who is waited for. */
final class NowCard {
    private final MatterRoom room;

    NowCard(MatterRoom room) {
        this.room = room;
    }

    /** {@code what} is the sentence; {@code deed} names the form or link under it, empty at rest. */
    Map<String, Object> of(Tx tx, Visit visit, Matter matter, Standing mine, Speech speech, Plan plan) {
        Map<String, Object> card = new HashMap<>();
        card.put("deed", "");
        card.put("what", room.course.waits(speech, matter, room.lists.awaited(tx, matter)));
        if (!matter.open()) {
            return card;
        }
        Stage stage = room.matters.stage(matter);
        switch (stage.kind()) {
            case PROPOSE -> propose(tx, visit, matter, mine, speech, card);
            case TRIAGE -> deed(card, mine.committee(), "triage", speech);
            case PLAN -> {
                boolean ready = Plans.complete(plan).isEmpty();
                deed(card, mine.committee(), ready ? "advance" : "plan", speech);
                card.put("edit", mine.committee() && ready);
            }
            case NOTICE -> {
                boolean posted = room.notices.current(tx, matter).isPresent();
                deed(card, mine.moderates() && !posted, "notice", speech);
                card.put("edit", mine.moderates() && posted);
                if (posted && !mine.moderates()) {
                    card.put("speak", true);
                }
            }
            default -> {}
        }
        return card;
    }

    private static void deed(Map<String, Object> card, boolean may, String deed, Speech speech) {
        if (may) {
            card.put("deed", deed);
            card.put("what", speech.say("matter.now." + deed));
        }
    }

    private void propose(Tx tx, Visit visit, Matter matter, Standing mine, Speech speech, Map<String, Object> card) {
        int count = room.endorsements.count(tx, matter);
        boolean mineAlready = room.endorsements.has(tx, matter, visit.me().person());
        boolean returned = room.store.steps(tx, matter.community(), matter.id()).stream()
                .anyMatch(step -> step.move().equals("return"));
        card.put("ground", speech.say("matter.endorsed", count, matter.threshold()));
        if (mine.proposer() && returned) {
            deed(card, true, "correct", speech);
        } else if (mineAlready) {
            card.put("what", speech.say("matter.now.endorsed"));
            card.put("withdraw", true);
        } else if (!mine.proposer() && (room.matters.ofOwners(matter) ? mine.owner() : mine.resident())) {
            deed(card, true, "endorse", speech);
        } else if (mine.committee()) {
            deed(card, true, "take-up", speech);
        }
    }
}
