package pavilion.session;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Objects;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.live.Channels;
import pavilion.poll.Poll;
import pavilion.poll.Polls;
import pavilion.rules.Refused;

/**
 * What every change of a session has in common: in one transaction its row is locked, something is changed and written to
 * the log; after the commit its pages are told.
 */
public final class SessionChanges {
    private final Database db;
    private final Clock clock;
    private final Polls polls;
    private final Channels live;

    public SessionChanges(Database db, Clock clock, Polls polls, Channels live) {
        this.db = db;
        this.clock = clock;
        this.polls = polls;
        this.live = live;
    }

    /** What is done to a session within one transaction. */
    public interface Change {
        /** @param session as it is while its row is locked */
        void on(Tx tx, Session session);
    }

    /** @throws Refused where there is no such session, or the change itself refuses: then nothing is changed */
    public void change(int community, long id, Change change) {
        db.run(tx -> change.on(tx, locked(tx, community, id)));
        tell(community, id);
    }

    /** Has the session's pages rendered anew; to be called after the commit. */
    public void tell(int community, long id) {
        SessionScreen.changed(live, community, id);
    }

    /** @throws Refused where there is no such session */
    public static Session locked(Tx tx, int community, long id) {
        return SessionStore.lock(tx, community, id).orElseThrow(() -> new Refused("session.refused.none"));
    }

    /** Gives the session its next version: something changed that its own row does not hold. */
    public static void touch(Tx tx, Session session) {
        SessionStore.touch(tx, session.community(), session.id());
    }

    /** The agenda item under consideration. */
    public static AgendaItem current(Tx tx, Session session) {
        return SessionStore.items(tx, session.community(), session.id()).get(session.current() - 1);
    }

    public static void requireOpen(Session session) {
        if (!session.isOpen()) {
            throw new Refused("session.refused.not-open");
        }
    }

    public void requireNoOpenPoll(Tx tx, Session session) {
        if (polls.ofSession(tx, session.community(), session.id()).stream().anyMatch(Poll::open)) {
            throw new Refused("session.refused.poll-open");
        }
    }

    /** Once its motion was put to the vote, an item stays as it was voted on. */
    public void requireUndecided(Tx tx, Session session, AgendaItem item) {
        if (polls.ofSession(tx, session.community(), session.id()).stream()
                .anyMatch(
                        poll -> poll.decides() && Objects.equals(poll.question().item(), item.id()))) {
            throw new Refused("motion.refused.put");
        }
    }

    /** Appends to the chain of the session. */
    public void log(Tx tx, Session session, String act, Actor by, JsonObject payload) {
        append(tx, session, chain(session), act, by, payload);
    }

    static String chain(Session session) {
        return "session/" + session.id();
    }

    /** The same, and on the chain of every matter of its agenda: whoever follows the matter reads it there. */
    public void logOnAll(Tx tx, Session session, String act, Actor by, JsonObject payload) {
        log(tx, session, act, by, payload);
        JsonObject told = payload.copy().put("session", session.id());
        for (AgendaItem item : SessionStore.items(tx, session.community(), session.id())) {
            if (item.matter() != null) {
                append(tx, session, "matter/" + item.matter(), act, by, told);
            }
        }
    }

    private void append(Tx tx, Session session, String chain, String act, Actor by, JsonObject payload) {
        AuditStore.append(tx, session.community(), chain, act, by.post(), payload.encode(), clock.instant());
    }
}
