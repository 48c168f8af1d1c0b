package pavilion.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.matter.StageGuard;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.StageKind;

/**
 * Each person rates once, without a name. Fewer than five ratings are not shown, since neighbours could guess; once their days
 * are over the supervision committee reads them all.
 */
public final class Ratings implements StageGuard {
    static final int LEAST = 5;

    private final Matters matters;

    Ratings(Matters matters) {
        this.matters = matters;
    }

    /**
     * @param shown whether this person may read more than how many there are
     * @param most the largest count, for the drawing
     */
    record Summary(boolean shown, int n, int satisfied, int most, List<RatingStore.Count> counts, List<String> notes) {
        /** Fewer than half are satisfied. */
        boolean low() {
            return shown && n > 0 && 2 * satisfied < n;
        }
    }

    // The chain has no act for a rating: person and time would tell who gave which.
    void rate(Tx tx, int community, long id, int stars, String note, long person, Relation relation) {
        Matter matter = matters.locked(tx, community, id, StageKind.RATE);
        if (!rates(relation)) {
            throw new Refused("task.rating.not-here");
        }
        if (!RatingStore.mark(tx, matter, person)) {
            throw new Refused("task.rating.twice");
        }
        RatingStore.add(tx, matter, stars, note);
    }

    private static boolean rates(Relation relation) {
        return relation.resident() || relation.owner() || relation.supervision();
    }

    /** Whether this person may rate and has not done so. */
    boolean mayRate(Tx tx, Matter matter, Relation relation, long person) {
        return rates(relation) && !RatingStore.has(tx, matter, person);
    }

    Summary summary(Tx tx, Matter matter, Relation relation) {
        List<RatingStore.Count> counts = RatingStore.counts(tx, matter);
        int n = counts.stream().mapToInt(RatingStore.Count::n).sum();
        int satisfied = counts.stream()
                .filter(count -> count.stars() >= 4)
                .mapToInt(RatingStore.Count::n)
                .sum();
        int most = counts.stream().mapToInt(RatingStore.Count::n).max().orElse(0);
        boolean shown = n >= LEAST || (relation.supervision() && (matter.ended() || over(matter)));
        return new Summary(
                shown,
                n,
                shown ? satisfied : 0,
                most,
                shown ? counts : List.of(),
                shown ? RatingStore.notes(tx, matter) : List.of());
    }

    /** Whether its days have run in full. */
    boolean over(Matter matter) {
        LocalDate due = matter.stageDue();
        return due != null && due.isBefore(matters.today());
    }

    @Override
    public Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        LocalDate due = matter.stageDue();
        return over(matter)
                ? Optional.empty()
                : Optional.of(Refusal.of("task.gate.rating", due == null ? "" : due.toString()));
    }
}
