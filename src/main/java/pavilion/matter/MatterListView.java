package pavilion.matter;

import java.util.List;
import pavilion.web.SelectOption;

/**
 * The list of matters with its filter.
 *
 * @param q the words looked for
 * @param before address of the page before; empty on the first
 * @param after address of the page after; empty on the last
 * @param pages which page this is; empty where there is only one
 */
record MatterListView(
        List<LineView> found,
        String q,
        List<SelectOption> stageChoices,
        List<SelectOption> stateChoices,
        List<SelectOption> placeChoices,
        String before,
        String after,
        String pages) {

    /**
     * As {@code part/list-matter} reads it.
     *
     * @param stage the name of the stage
     * @param note number, place, and what comes until when
     * @param me what this person can do; empty when nothing
     */
    record LineView(String href, String title, String glyph, String stage, String note, String me) {}
}
