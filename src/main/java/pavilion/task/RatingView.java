package pavilion.task;

import java.util.List;
import pavilion.matter.Matter;

/** The rating on a matter's page: what came out, and the form for who has not rated yet. */
record RatingView(
        Matter matter, Ratings.Summary summary, boolean mayRate, List<CountView> counts, List<StarsView> stars) {
    /** @param filled length of the bar, in units of its drawing */
    record CountView(String heading, String ground, int filled) {}

    /** One choice of the form. */
    record StarsView(int value, String label) {}
}
