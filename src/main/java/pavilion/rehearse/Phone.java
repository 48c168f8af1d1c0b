package pavilion.rehearse;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One household's phone through the evening: the requests and the line that its browser would make. On a virtual thread. */
final class Phone {
    private static final long TURN_MILLIS = 500;
    private static final int RETRIES = 8;

    private final RehearsedSession meeting;
    private final HttpBrowser browser;
    private final HttpBrowser thumb;
    private final RunLog notes;
    private final String choice;
    private final boolean slow;
    private final Supplier<PhoneSocket> lines;
    private @Nullable PhoneSocket line;
    private volatile boolean wasAway;
    /** When it may ask for the ballot paper, in nanoseconds. */
    private volatile CompletableFuture<Long> asked = new CompletableFuture<>();

    /**
     * @param thumb sends the ballot
     * @param lines makes the line of this phone
     */
    Phone(
            RehearsedSession meeting,
            HttpBrowser browser,
            HttpBrowser thumb,
            RunLog notes,
            String choice,
            boolean slow,
            Supplier<PhoneSocket> lines) {
        this.meeting = meeting;
        this.browser = browser;
        this.thumb = thumb;
        this.notes = notes;
        this.choice = choice;
        this.slow = slow;
        this.lines = lines;
    }

    boolean isSlow() {
        return slow;
    }

    /** Was on the line all the time, and reading: it can tell how fast the news came. */
    boolean stays() {
        return !slow && !wasAway;
    }

    @Nullable
    PhoneSocket line() {
        return line;
    }

    /** Scans the code on the wall, taps, and sees the meeting's page. */
    void arrive(String code) {
        long began = System.nanoTime();
        ParsedPage route = browser.follow(browser.get(code));
        Optional<ParsedPage.Filled> form = route.form("/check-in");
        if (form.isEmpty()) {
            notes.trouble("door " + route.status());
            return;
        }
        ParsedPage in = browser.send(form.get(), false);
        ParsedPage hall = browser.follow(in);
        if (!in.good() || hall.status() != 200) {
            notes.trouble("check-in " + in.status() + " " + hall.status());
            return;
        }
        notes.arrivals.add(System.nanoTime() - began);
        notes.came.incrementAndGet();
        PhoneSocket fresh = lines.get();
        fresh.onMine((from, until) -> asked.complete(System.nanoTime()
                + MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(from, until + 1))));
        line = fresh;
        connect(fresh);
        if (slow) {
            fresh.doze();
        }
    }

    /** As the page's script does it: at once, then after longer and longer, a little by chance. */
    private void connect(PhoneSocket fresh) {
        long began = System.nanoTime();
        for (int i = 0; i < RETRIES; i++) {
            try {
                fresh.open().await();
                return;
            } catch (RuntimeException | Error e) {
                notes.trouble("line");
                rest(TURN_MILLIS + ThreadLocalRandom.current().nextLong(1L << Math.min(13, 9 + i)));
            }
        }
        notes.trouble("no line after " + NANOSECONDS.toSeconds(System.nanoTime() - began) + " s");
    }

    /** From here on the next word of the house is the poll's. */
    void ready() {
        asked = new CompletableFuture<>();
        PhoneSocket mine = line;
        if (mine != null) {
            mine.forget();
        }
    }

    /**
     * Waits for the ballot paper, thinks, taps.
     *
     * @param opened when the moderator put the question
     * @param thinkMillis until the tap, from then
     * @param away loses the network meanwhile
     * @param first asks for its paper before all those who only look on
     */
    void vote(long opened, long thinkMillis, boolean away, boolean twice, boolean first) {
        PhoneSocket mine = line;
        if (mine == null) {
            return;
        }
        // A phone that reads nothing learns of the poll when somebody looks at it: the page is loaded again.
        if (!slow) {
            long when = asked.completeOnTimeout(0L, 10, SECONDS).join();
            if (when == 0) {
                notes.trouble("poll not heard of");
            } else if (!first) {
                rest(NANOSECONDS.toMillis(when - System.nanoTime()));
            }
        }
        ParsedPage paper = slow ? browser.get(meeting.path()) : browser.get(meeting.path() + "/me");
        if (!slow) {
            notes.papers.add(System.nanoTime() - opened);
        }
        Optional<ParsedPage.Filled> form = paper.form("/ballot");
        if (form.isEmpty()) {
            notes.trouble("no ballot paper " + paper.status());
            return;
        }
        if (away) {
            comeBack(mine);
        }
        rest(thinkMillis - NANOSECONDS.toMillis(System.nanoTime() - opened));
        tap(form.get().with("choice", choice), twice);
    }

    private void comeBack(PhoneSocket mine) {
        wasAway = true;
        mine.close();
        rest(TURN_MILLIS + ThreadLocalRandom.current().nextLong(TURN_MILLIS));
        long began = System.nanoTime();
        connect(mine);
        notes.returns.add(System.nanoTime() - began);
    }

    private void tap(ParsedPage.Filled ballot, boolean twice) {
        notes.acks.sending();
        long began = System.nanoTime();
        Future<ParsedPage> again = twice ? thumb.sending(ballot, true) : Future.succeededFuture(null);
        ParsedPage answer = thumb.send(ballot, true);
        long now = System.nanoTime();
        String receipt = answer.receipt();
        if (answer.status() != 200 || receipt.isEmpty()) {
            notes.trouble("ballot " + answer.status());
            return;
        }
        notes.taps.add(now - began);
        notes.acks.answered(now);
        notes.voted.incrementAndGet();
        notes.chose(choice);
        notes.receipts.add(receipt);
        if (twice) {
            notes.twice.incrementAndGet();
            ParsedPage second = again.await();
            if (!second.good()) {
                notes.trouble("second tap " + second.status());
            }
        }
    }

    private static void rest(long millis) {
        if (millis > 0) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
