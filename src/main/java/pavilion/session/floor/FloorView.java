package pavilion.session.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.session.Session;

/** Who speaks and who waits, as every page of a session shows it. */
public record FloorView(@Nullable Line speaking, List<Line> queue) {
    private static final int SHOWN = 12;

    /**
     * One person who speaks or waits.
     *
     * @param left the time left as it stands without script: "1:24"
     */
    public record Line(
            long id,
            String speaker,
            String name,
            String side,
            @Nullable Instant until,
            String left) {
        boolean over() {
            return left.equals("0:00");
        }
    }

    /** @param item the id of the agenda item under consideration */
    public static FloorView read(Tx tx, Session session, long item, Instant now) {
        return of(SpeakerTurnStore.ofItem(tx, session, item), now);
    }

    static FloorView of(List<SpeakerTurn> turns, Instant now) {
        Line speaking = turns.stream()
                .filter(SpeakerTurn::speaking)
                .map(turn -> line(turn, now))
                .findFirst()
                .orElse(null);
        return new FloorView(
                speaking,
                SpeakersList.order(turns).stream().map(turn -> line(turn, now)).toList());
    }

    private static Line line(SpeakerTurn turn, Instant now) {
        long left = turn.untilAt() == null
                ? 0
                : Math.max(0, Duration.between(now, turn.untilAt()).toSeconds());
        return new Line(
                turn.id(),
                turn.speaker(),
                turn.name(),
                turn.side().name().toLowerCase(Locale.ROOT),
                turn.untilAt(),
                String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60));
    }

    /** The request of this speaker who waits, null where there is none. */
    public @Nullable Line waiting(String speaker) {
        return queue.stream()
                .filter(line -> line.speaker().equals(speaker))
                .findFirst()
                .orElse(null);
    }

    long speakingId() {
        return speaking == null ? 0 : speaking.id();
    }

    List<Line> first() {
        return queue.subList(0, Math.min(SHOWN, queue.size()));
    }

    int more() {
        return Math.max(0, queue.size() - SHOWN);
    }

    boolean any() {
        return speaking != null || !queue.isEmpty();
    }
}
