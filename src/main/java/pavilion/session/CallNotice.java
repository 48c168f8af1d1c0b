package pavilion.session;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.rules.Bilingual;
import pavilion.rules.Refused;
import pavilion.rules.procedure.NoticePeriod;
import pavilion.rules.procedure.StageKind;
import pavilion.text.CommunityTime;

/**
 * The full days between the call of a session and the session: as many as the strictest rule of the matters on its agenda
 * asks for.
 */
public final class CallNotice {
    /** The act of the session's chain by which an item joined its agenda. */
    public static final String ADDED = "agenda.added";

    private final Matters matters;

    public CallNotice(Matters matters) {
        this.matters = matters;
    }

    public NoticePeriod of(Matter matter) {
        return matters.period(matter, StageKind.SESSION);
    }

    /** The first day on which a session that is called today may decide the matter. */
    public LocalDate earliest(Matter matter) {
        return of(matter).earliest(matters.today(), matters.book().holidays());
    }

    /** @throws Refused where the session would be held before, with the article and the first day that is possible */
    public void require(Matter matter, Instant when) {
        require(of(matter), when);
    }

    /** The same for a session that is called, going on or adjourned, and whose agenda the matter joins today. */
    public void require(Matter matter, Session session) {
        NoticePeriod period = of(matter);
        if (period.none()) {
            return;
        }
        Instant when = session.begun() && !session.adjourned() ? matters.now() : session.comesAt();
        if (when == null) {
            String earliest = earliest(matter).toString();
            throw period.article().equals(Bilingual.NONE)
                    ? new Refused("calling.refused.notice-unannounced", period.days(), earliest)
                    : new Refused("calling.refused.notice-unannounced.by", period.days(), earliest, period.article());
        }
        require(period, when);
    }

    /** The same for a session with an agenda that is announced today for that moment. */
    public void require(Tx tx, Session session, Instant when) {
        List<NoticePeriod> periods = SessionStore.items(tx, session.community(), session.id()).stream()
                .map(AgendaItem::matter)
                .filter(Objects::nonNull)
                .flatMap(id -> matters.find(tx, session.community(), id).stream())
                .map(this::of)
                .toList();
        require(NoticePeriod.longest(periods), when);
    }

    /** The same for the continuation of an adjourned one: what joined its agenda after the opening was announced on that day. */
    public void requireAdded(Tx tx, Session session, Instant when) {
        Map<Long, LocalDate> added = new HashMap<>();
        for (ChainEntry act : AuditStore.read(tx, session.community(), SessionChanges.chain(session))) {
            if (act.act().equals(ADDED)) {
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(act.atMillis()), CommunityTime.ZONE);
                added.put(new JsonObject(act.payload()).getLong("item"), day);
            }
        }
        for (AgendaItem item : SessionStore.items(tx, session.community(), session.id())) {
            LocalDate day = added.get(item.id());
            if (item.matter() != null && day != null) {
                matters.find(tx, session.community(), item.matter())
                        .ifPresent(matter -> require(of(matter), day, when));
            }
        }
    }

    private void require(NoticePeriod period, Instant when) {
        require(period, matters.today(), when);
    }

    private void require(NoticePeriod period, LocalDate announced, Instant when) {
        period.require(
                announced,
                LocalDate.ofInstant(when, CommunityTime.ZONE),
                matters.book().holidays());
    }
}
