package pavilion.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.matter.MatterListView.LineView;

/**
 * The page of the day: what waits for this person, the first of it as a card, and at most two quiet lines.
 *
 * @param waiting how many things wait for this person
 * @param actionHtml what other packages ask for; where there is any, no matter is a card
 * @param first the matter to begin with; null where nothing waits
 * @param mine what else waits
 * @param hidden how many more of them are not shown
 * @param quietHtml what other packages tell
 * @param others what this person is welcome to, or what is under way
 * @param underWay how many matters are under way that this person may see
 */
record TodayView(
        int waiting,
        String actionHtml,
        @Nullable Card first,
        List<LineView> mine,
        int hidden,
        String quietHtml,
        List<LineView> others,
        int underWay) {

    /**
     * The one thing to do now.
     *
     * @param ask what is asked of this person
     * @param until how long there is time, as a sentence
     * @param go the label of its button
     */
    record Card(String href, String title, String ask, String until, String go) {}
}
