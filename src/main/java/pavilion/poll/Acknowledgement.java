package pavilion.poll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import pavilion.web.Request;
import pavilion.web.Response;

/**
 * What the page's script is answered after a ballot. Only the receipt differs from voter to voter, so the rest is
 * rendered once: rendering it for each was a third of what a ballot cost the server.
 */
final class Acknowledgement {
    private static final int RENDERED = 1_000;
    // Letters that no receipt has.
    private static final String BLANK = "0I0I0I0I0I0I";
    private static final Pattern PLACE = Pattern.compile(BLANK, Pattern.LITERAL);

    private record Variant(String lang, String at, long poll, String note) {}

    private final Cache<Variant, String[]> rendered =
            Caffeine.newBuilder().maximumSize(RENDERED).build();

    /** @param undo minutes in which the ballot can be changed, 0 where it cannot */
    Response answer(Request request, Poll poll, CastResult result, int undo) {
        String note = result.result() == CastResult.Result.CHANGED ? "poll.changed" : "poll.counted.more";
        String at = "/c/" + request.community().code();
        String[] text = rendered.get(
                new Variant(request.lang(), at, poll.id(), note),
                variant -> PLACE.split(render(request, poll, variant, undo), -1));
        return Response.html(200, String.join(String.valueOf(result.receipt()), text));
    }

    /** Where a receipt can be looked up. */
    static String where(Request request, String receipt) {
        return "/c/" + request.community().code() + "/receipts?code=" + receipt;
    }

    private static String render(Request request, Poll poll, Variant variant, int undo) {
        String src = poll.session() == null ? "/polls/" + poll.id() + "/mine" : "/sessions/" + poll.session() + "/me";
        String page = poll.session() == null ? "/matters/" + poll.matter() : "/sessions/" + poll.session();
        Map<String, Object> model = new HashMap<>();
        model.put("receipt", BLANK);
        model.put("href", where(request, BLANK));
        model.put("src", variant.at + src);
        model.put("note", variant.note);
        model.put("page", variant.at + page);
        model.put("undo", undo);
        return request.text("poll/counted", model);
    }
}
