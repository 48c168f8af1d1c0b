package pavilion.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.jknack.handlebars.Handlebars;
import java.util.HashMap;
import java.util.Map;
import pavilion.rules.Secrecy;
import pavilion.web.Request;
import pavilion.web.Response;

/**
 * What the page's script is answered after a ballot. Only the receipt and the choice differ from voter to voter, so the rest
 * is rendered once: rendering it for each was a third of what a ballot cost the server.
 */
final class Acknowledgement {
    private static final int RENDERED = 1_000;
    // Letters that no receipt has.
    private static final String BLANK = "0I0I0I0I0I0I";
    private static final String FOURS = fours(BLANK);
    private static final String SAID = "1O1O1O1O1O1O";

    private record Variant(String lang, String at, long poll, String note, boolean said) {}

    private final Cache<Variant, String> rendered =
            Caffeine.newBuilder().maximumSize(RENDERED).build();

    /**
     * @param choice as it was sent; shown to its household where it is what was counted and the vote is named
     * @param undo minutes in which the ballot can be changed, 0 where it cannot
     */
    Response answer(Request request, Poll poll, CastResult result, String choice, int undo) {
        String note = result.result() == CastResult.Result.CHANGED ? "poll.changed" : "poll.counted.more";
        String at = "/c/" + request.community().code();
        // Sent again it may be another choice than the one that was counted the first time.
        boolean said = poll.secrecy() != Secrecy.SECRET && result.result() != CastResult.Result.REPEATED;
        String page = rendered.get(
                new Variant(request.lang(), at, poll.id(), note, said),
                variant -> render(request, poll, variant, undo));
        String receipt = String.valueOf(result.receipt());
        return Response.html(
                200,
                page.replace(BLANK, receipt)
                        .replace(FOURS, fours(receipt))
                        .replace(SAID, said ? said(request, poll, choice) : ""));
    }

    private static String fours(String receipt) {
        return receipt.substring(0, 4) + " " + receipt.substring(4, 8) + " " + receipt.substring(8);
    }

    // The names of plans are typed by people.
    private static String said(Request request, Poll poll, String choice) {
        String plans = OptionSetView.said(poll, choice);
        return Handlebars.Utils.escapeExpression(
                        plans.isEmpty() ? request.phrases().say("poll." + choice) : plans)
                .toString();
    }

    /** Where a receipt can be looked up. */
    static String where(Request request, String receipt) {
        return "/c/" + request.community().code() + "/receipts?code=" + receipt;
    }

    private static String render(Request request, Poll poll, Variant variant, int undo) {
        boolean days = poll.session() == null;
        String src = days ? "/polls/" + poll.id() + "/mine" : "/sessions/" + poll.session() + "/me";
        String page = days ? "/matters/" + poll.matter() : "/sessions/" + poll.session();
        Map<String, Object> model = new HashMap<>();
        model.put("receipt", BLANK);
        model.put("said", variant.said ? SAID : "");
        model.put("secret", poll.secrecy() == Secrecy.SECRET);
        model.put("question", poll.question().text());
        model.put("href", where(request, BLANK));
        model.put("src", variant.at + src);
        model.put("note", variant.note);
        model.put("page", variant.at + page);
        model.put("turnout", days ? variant.at + page : "");
        model.put("undo", undo);
        return request.text("poll/counted", model);
    }
}
