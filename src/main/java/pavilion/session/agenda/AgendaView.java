package pavilion.session.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.session.AgendaItem;
import pavilion.session.Session;

/** The agenda as every page of a session shows it. */
public record AgendaView(List<Line> lines) {
    /**
     * One item.
     *
     * @param done whether it has been dealt with
     * @param now whether it is under consideration
     * @param hour when it is expected to begin; null once the session has begun
     * @param ending key of how it ended without a decision, otherwise null
     */
    public record Line(
            long id,
            int ordinal,
            @Nullable Long matterId,
            String title,
            int minutes,
            boolean done,
            boolean now,
            @Nullable Instant hour,
            @Nullable String ending) {}

    public static AgendaView of(List<AgendaItem> items, Session session) {
        Instant hour = session.called() || session.adjourned() ? session.comesAt() : null;
        int from = session.called() ? 1 : session.current();
        List<Line> lines = new ArrayList<>();
        for (AgendaItem item : items) {
            boolean ahead = hour != null && item.ordinal() >= from;
            lines.add(line(item, session, ahead ? hour : null));
            hour = ahead ? hour.plus(Duration.ofMinutes(item.minutes())) : hour;
        }
        return new AgendaView(lines);
    }

    private static Line line(AgendaItem item, Session session, @Nullable Instant hour) {
        boolean done = session.isClosed() || item.ordinal() < session.current();
        return new Line(
                item.id(),
                item.ordinal(),
                item.matter(),
                item.title(),
                item.minutes(),
                done,
                !done && item.ordinal() == session.current() && session.begun(),
                hour,
                item.debate().ending() == null ? null : item.debate().ending().key());
    }

    /** Planned for all items together. */
    public int minutes() {
        return lines.stream().mapToInt(Line::minutes).sum();
    }

    public int count() {
        return lines.size();
    }

    public boolean several() {
        return lines.size() > 1;
    }
}
