package pavilion.session.agenda;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.rules.Refused;
import pavilion.rules.procedure.PollLength;
import pavilion.session.AgendaItem;
import pavilion.session.CallNotice;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.SessionStore;

/** Arranges the agenda: items that are not reached yet may be added, changed, moved and removed. */
public final class Agendas {
    public static final int MOST = 40;

    private final Matters matters;
    private final SessionChanges changes;
    private final CallNotice notice;
    private final BiConsumer<Tx, Session> added;

    /** @param added told within the transaction that the agenda of a session has another item */
    public Agendas(Matters matters, SessionChanges changes, BiConsumer<Tx, Session> added) {
        this.matters = matters;
        this.changes = changes;
        this.added = added;
        this.notice = new CallNotice(matters);
    }

    /** What the form says of an item. */
    public record Wording(String title, String motion, int minutes) {}

    /** Matters of that place or inside it that wait for a session or a vote, and can be put to the vote in a session. */
    public List<AgendaStore.Waiting> waiting(Tx tx, Session session) {
        return AgendaStore.waiting(tx, session).stream()
                .filter(each -> PollLength.notInSession(
                                matters.book().template(each.template()).stage(each.stage()))
                        .isEmpty())
                .toList();
    }

    /**
     * What is added to a session is announced today, whether it is called or going on: the days of its rule count from now.
     *
     * @param title may be empty where there is a matter: then it is the matter's
     * @param key the same for a form sent twice
     */
    public void add(int community, long id, @Nullable Long matter, Wording wording, String key, Actor by) {
        changes.change(community, id, (tx, session) -> {
            requireUnfinished(session);
            if (AgendaStore.byKey(tx, session, key) != null) {
                return;
            }
            List<AgendaItem> items = SessionStore.items(tx, community, id);
            if (items.size() >= MOST) {
                throw new Refused("calling.refused.many", MOST);
            }
            String title = wording.title();
            if (matter != null) {
                // Two people may put one matter on two agendas at the same time: the second waits here.
                Matter locked = matters.locked(tx, community, matter);
                notice.require(locked, session);
                AgendaStore.Waiting waits = waiting(tx, session).stream()
                        .filter(each -> each.id() == matter)
                        .findFirst()
                        .orElseThrow(() -> new Refused("calling.refused.matter"));
                title = title.isEmpty() ? waits.title() : title;
            }
            AgendaItem item = AgendaItem.fresh(items.getLast().ordinal() + 1, matter, title, wording.motion())
                    .lasting(wording.minutes());
            long fresh = AgendaStore.add(tx, session, item, key);
            changed(tx, session, CallNotice.ADDED, fresh, item, by);
            added.accept(tx, session);
        });
    }

    public void edit(int community, long id, long item, Wording wording, Actor by) {
        changes.change(community, id, (tx, session) -> {
            AgendaItem before = untouched(tx, session, item);
            AgendaItem after = before.worded(wording.title(), wording.motion(), wording.minutes());
            if (!after.equals(before)) {
                AgendaStore.write(tx, session, after);
                changed(tx, session, "agenda.edited", item, after, by);
            }
        });
    }

    /** @param from where it stood when the button was drawn: a second tap moves nothing twice */
    public void move(int community, long id, long item, int from, boolean up, Actor by) {
        changes.change(community, id, (tx, session) -> {
            AgendaItem moved = later(tx, session, item);
            int to = moved.ordinal() + (up ? -1 : 1);
            int last = SessionStore.items(tx, community, id).getLast().ordinal();
            if (moved.ordinal() != from || to < firstFree(session) || to > last) {
                return;
            }
            AgendaStore.swap(tx, session, moved.ordinal(), to);
            SessionChanges.touch(tx, session);
            changes.log(
                    tx,
                    session,
                    "agenda.moved",
                    by,
                    new JsonObject().put("item", item).put("to", to));
        });
    }

    public void remove(int community, long id, long item, Actor by) {
        changes.change(community, id, (tx, session) -> {
            AgendaItem gone = untouched(tx, session, item);
            if (SessionStore.items(tx, community, id).size() == 1) {
                throw new Refused("calling.refused.last");
            }
            if (session.begun() && AttachmentStore.attached(tx, session, item)) {
                throw new Refused("calling.refused.attached");
            }
            AgendaStore.remove(tx, session, gone);
            changed(tx, session, "agenda.removed", item, gone, by);
        });
    }

    /** The first place in the order that may still change. */
    static int firstFree(Session session) {
        return session.begun() ? session.current() + 1 : 1;
    }

    private static AgendaItem later(Tx tx, Session session, long item) {
        requireUnfinished(session);
        AgendaItem found =
                AgendaStore.find(tx, session, item).orElseThrow(() -> new Refused("calling.refused.no-item"));
        if (found.ordinal() < firstFree(session)) {
            throw new Refused("calling.refused.reached");
        }
        return found;
    }

    // An item that was put at the end of the agenda keeps its words: the minutes and its amendments refer to them.
    private static AgendaItem untouched(Tx tx, Session session, long item) {
        AgendaItem found = later(tx, session, item);
        if (AgendaStore.talkedOver(tx, session, item)) {
            throw new Refused("calling.refused.talked");
        }
        return found;
    }

    private static void requireUnfinished(Session session) {
        if (session.ended()) {
            throw new Refused("calling.refused.over");
        }
    }

    private void changed(Tx tx, Session session, String act, long id, AgendaItem item, Actor by) {
        SessionChanges.touch(tx, session);
        JsonObject payload = new JsonObject()
                .put("item", id)
                .put("at", item.ordinal())
                .put("title", item.title())
                .put("matter", item.matter())
                .put("motion", item.motion())
                .put("minutes", item.minutes());
        changes.log(tx, session, act, by, payload);
    }
}
