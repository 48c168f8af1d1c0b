package pavilion.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.web.SelectOption;

/**
 * The page of one matter.
 *
 * @param received whether this person has just proposed it
 * @param shown the proposer, as they wish to be named
 * @param waits the sentence that says whom it waits for
 * @param calendar a sentence where the days of rest before its last day are only expected; otherwise empty
 * @param reader told to residents who are no owners where owners decide: what they may do, and why no more; otherwise empty
 * @param panels what other packages show, as HTML
 * @param moves what the committee may do; empty for everybody else
 * @param held told to the committee: why it must stay where it is; otherwise null
 */
record MatterView(
        Matter matter,
        boolean received,
        String shown,
        String waits,
        String calendar,
        String reader,
        List<StageView> strip,
        List<StepView> steps,
        Panels panels,
        List<MoveView> moves,
        @Nullable Refusal held,
        List<SelectOption> endings) {

    /** The HTML of each region of the page; an empty action leaves the word to the waiting sentence. */
    record Panels(String actionHtml, String leadHtml, String problemHtml, String courseHtml, String discussionHtml) {}

    /**
     * One stage of the strip.
     *
     * @param state {@code done}, {@code now} or {@code later}, as {@code part/stages} reads it
     * @param ends the day it ended or will end; empty for later ones
     */
    record StageView(String glyph, String name, String state, String ends) {}

    /** One step of the record. */
    record StepView(Instant stamp, String moved, String post, String why) {}

    record MoveView(String value, String mark, String label, String note) {}
}
