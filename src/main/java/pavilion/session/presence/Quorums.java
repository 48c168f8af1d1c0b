package pavilion.session.presence;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.poll.Polls;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.web.ReasoningLine;

/** Whether enough voters are present for what the rule of a matter asks. */
public final class Quorums {
    private static final String HOUSEHOLD = "household";

    private final Matters matters;
    private final Polls polls;

    public Quorums(Matters matters, Polls polls) {
        this.matters = matters;
        this.polls = polls;
    }

    /** @throws Refused where the rule of the item's matter asks for more voters than are present */
    public void require(Tx tx, Session session, AgendaItem item) {
        if (item.matter() == null) {
            return;
        }
        Matter matter = matter(tx, session, item).orElseThrow(() -> new Refused("session.refused.no-matter"));
        int present = PresenceCount.of(tx, session).present();
        Outcome quorum = outcome(session, matter, present);
        if (!quorum.quorate()) {
            throw new Refused(
                    "poll.refused.no-quorum",
                    present,
                    session.counting().members(),
                    quorum.steps().getFirst().least());
        }
    }

    /** The presence for the item under consideration. */
    public PresenceView view(Tx tx, Session session) {
        Matter matter = matter(tx, session, SessionChanges.current(tx, session)).orElse(null);
        return view(tx, session, matter);
    }

    /** @param matter of the item under consideration, null where it has none */
    public PresenceView view(Tx tx, Session session, @Nullable Matter matter) {
        PresenceCount count = PresenceCount.of(tx, session);
        return new PresenceView(
                count.present(),
                count.byProxy(),
                count.remote(),
                count.listening(),
                matter == null ? HOUSEHOLD : matters.rule(matter).basis().name().toLowerCase(Locale.ROOT),
                quorum(session, matter, count.present()));
    }

    private @Nullable ReasoningLine quorum(Session session, @Nullable Matter matter, int present) {
        if (matter == null || session.counting().members() == 0) {
            return null;
        }
        Outcome outcome = outcome(session, matter, present);
        return outcome.steps().isEmpty()
                ? null
                : ReasoningLine.of(outcome.steps().getFirst());
    }

    private Outcome outcome(Session session, Matter matter, int present) {
        return polls.quorum(
                session.community(), matter.rule(), session.counting().members(), present);
    }

    private Optional<Matter> matter(Tx tx, Session session, AgendaItem item) {
        return item.matter() == null ? Optional.empty() : matters.find(tx, session.community(), item.matter());
    }
}
