package pavilion.rehearse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pavilion.rules.Refusal;

/**
 * What was measured in a rehearsed session.
 *
 * @param came checked in and saw the page
 * @param voted ballots that the server acknowledged
 * @param counted ballots in the result, by choice
 * @param chosen what was voted, by choice
 * @param unknown receipts, of those looked up, that the server did not know
 * @param behind phones that did not receive the result in the end
 * @param missed updates that never came
 * @param arrivals from scanning the code to the session's page
 * @param papers from putting the question to the ballot paper on the phone
 * @param taps from sending a ballot to its answer
 * @param screens from "counted" to each phone that shows it
 * @param returns of phones that had lost the network
 */
public record RehearsalReport(
        int people,
        int came,
        int voted,
        int twice,
        int slow,
        List<Integer> counted,
        List<Integer> chosen,
        int unknown,
        int behind,
        int missed,
        Latencies arrivals,
        Latencies papers,
        Latencies taps,
        Latencies screens,
        Latencies returns,
        long frames,
        long frameBytes,
        JsonObject troubles) {
    private static final Pattern FIGURE = Pattern.compile("<b>([^<]*)</b>");
    private static final int MOST_MILLIS = 300;

    static RehearsalReport of(
            RehearsedSession session,
            Schedule schedule,
            RunLog log,
            List<PhoneSocket> sockets,
            List<Integer> counted,
            List<Integer> chosen,
            int unknown) {
        return new RehearsalReport(
                session.people().size(),
                log.came.get(),
                log.voted.get(),
                log.twice.get(),
                schedule.slow(),
                counted,
                chosen,
                unknown,
                log.behind.get(),
                log.missed.get(),
                log.arrivals,
                log.papers,
                log.taps,
                log.screens,
                log.returns,
                sockets.stream().mapToLong(PhoneSocket::frames).sum(),
                sockets.stream().mapToLong(PhoneSocket::bytes).sum(),
                log.troublesJson());
    }

    /** Yes, no and abstentions as the page of a closed poll tells them. */
    static List<Integer> figures(ParsedPage page) {
        List<Integer> figures = new ArrayList<>();
        Matcher matcher = FIGURE.matcher(page.html("<ul class=\"figures\">", "</ul>"));
        while (matcher.find()) {
            String digits = matcher.group(1).replaceAll("[^0-9]", "");
            figures.add(digits.isEmpty() ? 0 : Integer.parseInt(digits));
        }
        return figures;
    }

    public int lost() {
        return Math.max(0, voted - sum()) + unknown;
    }

    public int twiceCounted() {
        return Math.max(0, sum() - voted);
    }

    private int sum() {
        return counted.stream().mapToInt(n -> n).sum();
    }

    /** Everybody who came voted, every ballot is there once and as it was cast, every phone shows the result. */
    public boolean whole() {
        return came == people && voted == came && counted.equals(chosen) && unknown == 0 && behind == 0;
    }

    /** Whole, and 99 of 100 ballots were answered so fast that it feels like at once. */
    public boolean good() {
        return whole() && taps.millis(0.99) <= MOST_MILLIS;
    }

    /** Sentences for a clerk. */
    public List<Refusal> sentences() {
        List<Refusal> all = new ArrayList<>();
        all.add(Refusal.of("rehearse.came", came, people));
        all.add(Refusal.of("rehearse.arrivals", tenths(arrivals.millis(0.5)), tenths(arrivals.millis(0.99))));
        all.add(Refusal.of("rehearse.papers", tenths(papers.millis(0.5)), tenths(papers.millis(0.99))));
        all.add(Refusal.of("rehearse.voted", voted));
        all.add(Refusal.of(
                "rehearse.taps", tenths(taps.millis(0.5)), tenths(taps.millis(0.99)), tenths(taps.millis(1))));
        all.add(Refusal.of("rehearse.screens", tenths(screens.millis(0.5)), tenths(screens.millis(0.99))));
        if (returns.size() > 0) {
            all.add(Refusal.of("rehearse.returns", returns.size(), tenths(returns.millis(1))));
        }
        if (slow > 0) {
            all.add(Refusal.of("rehearse.slow", slow));
        }
        all.add(Refusal.of("rehearse.twice", twice));
        all.add(
                counted.equals(chosen) && unknown == 0
                        ? Refusal.of("rehearse.exact", sum())
                        : Refusal.of("rehearse.inexact", lost(), twiceCounted()));
        all.add(behind == 0 ? Refusal.of("rehearse.all-shown") : Refusal.of("rehearse.behind", behind));
        troubles.forEach(problem -> all.add(Refusal.of("rehearse.trouble", problem.getValue(), problem.getKey())));
        all.add(Refusal.of(good() ? "rehearse.good" : whole() ? "rehearse.too-slow" : "rehearse.bad"));
        return all;
    }

    /** Milliseconds as seconds with one or two decimals. */
    private static String tenths(double millis) {
        return Double.isNaN(millis)
                ? "–"
                : String.format(java.util.Locale.ROOT, millis < 995 ? "%.2f" : "%.1f", millis / 1000);
    }

    public JsonObject toJson() {
        return new JsonObject()
                .put("people", people)
                .put("came", came)
                .put("voted", voted)
                .put("tapped_twice", twice)
                .put("slow_phones", slow)
                .put("counted", new JsonArray(counted))
                .put("chosen", new JsonArray(chosen))
                .put("lost", lost())
                .put("counted_twice", twiceCounted())
                .put("receipts_unknown", unknown)
                .put("phones_behind", behind)
                .put("news_missed", missed)
                .put("check_in", arrivals.toJson())
                .put("paper_on_phone", papers.toJson())
                .put("tap_to_counted", taps.toJson())
                .put("counted_to_all_screens", screens.toJson())
                .put("back_on_line", returns.toJson())
                .put("frames", frames)
                .put("frame_bytes_mean", frames == 0 ? 0 : frameBytes / frames)
                .put("troubles", troubles)
                .put("good", good());
    }
}
