package pavilion.matter;

import pavilion.matter.MatterLists.Listed;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** Lines of lists in words. */
final class MatterLineViews {
    private final Matters matters;
    private final StageTimeline timeline;

    MatterLineViews(Matters matters, StageTimeline timeline) {
        this.matters = matters;
        this.timeline = timeline;
    }

    MatterListView.LineView of(Request request, Listed each) {
        Phrases phrases = request.phrases();
        MatterLine line = each.line();
        String badge = line.state() == MatterState.OPEN ? each.fact().badge() : "";
        return new MatterListView.LineView(
                href(request, line),
                line.title(),
                each.stage().glyph(),
                phrases.in(each.stage().name()),
                phrases.say("matter.list.note", line.number(), line.placeName(), waits(phrases, each)),
                badge.isEmpty() ? "" : phrases.say("matter.can." + badge));
    }

    static String href(Request request, MatterLine line) {
        return "/c/" + request.community().code() + "/matters/" + line.id();
    }

    /** What it waits for and until when, or how it ended. */
    String waits(Phrases phrases, Listed each) {
        MatterLine line = each.line();
        if (line.ending() != null) {
            return phrases.say(matters.endingKey(line.community(), line.rule(), line.ending()));
        }
        return line.state() == MatterState.SUSPENDED
                ? phrases.say("matter.suspended")
                : timeline.waits(phrases, each.stage(), each.awaited());
    }
}
