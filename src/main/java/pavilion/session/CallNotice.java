package pavilion.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.rules.Refused;
import pavilion.rules.procedure.NoticePeriod;
import pavilion.rules.procedure.StageKind;
import pavilion.text.CommunityTime;

/**
 * The full days between the call of a session and the session: as many as the strictest rule of the matters on its agenda
 * asks for.
 */
public final class CallNotice {
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

    private void require(NoticePeriod period, Instant when) {
        period.require(
                matters.today(),
                LocalDate.ofInstant(when, CommunityTime.ZONE),
                matters.book().holidays());
    }
}
