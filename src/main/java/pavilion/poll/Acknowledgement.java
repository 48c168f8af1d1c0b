package pavilion.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import pavilion.web.Request;
import pavilion.web.Response;

/**
 * What the page's script is answered after a ballot. Only the receipt is another one for every voter, so the rest is
 * rendered once: rendering it for each was a third of what a ballot cost the server.
 */
final class Acknowledgement {
    // Letters that no receipt has.
    private static final String BLANK = "0I0I0I0I0I0I";
    private static final Pattern HOLE = Pattern.compile(BLANK, Pattern.LITERAL);

    private record Kind(String lang, String at, long poll, String note) {}

    private final Map<Kind, String[]> ready = new ConcurrentHashMap<>();

    Response answer(Request request, Poll poll, CastResult counted) {
        String note = counted.result() == CastResult.Result.CHANGED ? "poll.changed" : "poll.counted.more";
        String at = "/c/" + request.here().code();
        String[] text = ready.computeIfAbsent(
                new Kind(request.lang(), at, poll.id(), note), kind -> HOLE.split(render(request, poll, kind), -1));
        return Response.html(200, String.join(String.valueOf(counted.receipt()), text));
    }

    /** Where a receipt can be looked up. */
    static String where(Request request, String receipt) {
        return "/c/" + request.here().code() + "/receipts?code=" + receipt;
    }

    private static String render(Request request, Poll poll, Kind kind) {
        String src = poll.session() == null ? "/polls/" + poll.id() + "/mine" : "/sessions/" + poll.session() + "/me";
        String page = poll.session() == null ? "/matters/" + poll.matter() : "/sessions/" + poll.session();
        Map<String, Object> model = new HashMap<>();
        model.put("receipt", BLANK);
        model.put("href", where(request, BLANK));
        model.put("src", kind.at + src);
        model.put("note", kind.note);
        model.put("page", kind.at + page);
        model.put("undo", poll.secret() ? 0 : poll.undoMinutes());
        return request.text("poll/counted", model);
    }
}
