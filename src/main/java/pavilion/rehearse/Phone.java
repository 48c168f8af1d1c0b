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

/** One household's phone during the session: the requests and the socket of its browser. Runs on a virtual thread. */
final class Phone {
    private static final long TURN_MILLIS = 500;
    private static final int RETRIES = 8;

    private final RehearsedSession session;
    private final HttpBrowser browser;
    private final HttpBrowser ballots;
    private final RunLog log;
    private final String choice;
    private final boolean slow;
    private final Supplier<PhoneSocket> newSocket;
    private @Nullable PhoneSocket socket;
    private volatile boolean wasOffline;
    /** Completed with the time, in nanoseconds, at which this phone fetches its ballot paper. */
    private volatile CompletableFuture<Long> refetchAt = new CompletableFuture<>();

    /**
     * @param ballots sends the ballot, on connections of its own
     * @param newSocket makes the socket of this phone
     */
    Phone(
            RehearsedSession session,
            HttpBrowser browser,
            HttpBrowser ballots,
            RunLog log,
            String choice,
            boolean slow,
            Supplier<PhoneSocket> newSocket) {
        this.session = session;
        this.browser = browser;
        this.ballots = ballots;
        this.log = log;
        this.choice = choice;
        this.slow = slow;
        this.newSocket = newSocket;
    }

    boolean isSlow() {
        return slow;
    }

    /** Was connected and reading all the time, so that it can tell how fast updates came. */
    boolean stays() {
        return !slow && !wasOffline;
    }

    @Nullable
    PhoneSocket socket() {
        return socket;
    }

    /** Scans the code on the projector, checks in and opens the session's page. */
    void checkIn(String code) {
        long began = System.nanoTime();
        ParsedPage entrance = browser.follow(browser.get(code));
        Optional<ParsedPage.FilledForm> form = entrance.form("/check-in");
        if (form.isEmpty()) {
            log.problem("entrance " + entrance.status());
            return;
        }
        ParsedPage checkedIn = browser.send(form.get(), false);
        ParsedPage page = browser.follow(checkedIn);
        if (!checkedIn.good() || page.status() != 200) {
            log.problem("check-in " + checkedIn.status() + " " + page.status());
            return;
        }
        log.arrivals.add(System.nanoTime() - began);
        log.came.incrementAndGet();
        PhoneSocket fresh = newSocket.get();
        fresh.onRefetch((from, until) -> refetchAt.complete(System.nanoTime()
                + MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(from, until + 1))));
        socket = fresh;
        connect(fresh);
        if (slow) {
            fresh.pause();
        }
    }

    /** Retries as the page's script does: at once, then after longer and longer pauses with some jitter. */
    private void connect(PhoneSocket fresh) {
        long began = System.nanoTime();
        for (int i = 0; i < RETRIES; i++) {
            try {
                fresh.open().await();
                return;
            } catch (RuntimeException | Error e) {
                log.problem("socket");
                sleep(TURN_MILLIS + ThreadLocalRandom.current().nextLong(1L << Math.min(13, 9 + i)));
            }
        }
        log.problem("no socket after " + NANOSECONDS.toSeconds(System.nanoTime() - began) + " s");
    }

    /** The next update from the server will be that the poll has opened. */
    void awaitPoll() {
        refetchAt = new CompletableFuture<>();
        PhoneSocket mine = socket;
        if (mine != null) {
            mine.reset();
        }
    }

    /**
     * Waits for the ballot paper, thinks, votes.
     *
     * @param opened when the moderator put the question
     * @param thinkMillis from then until the vote
     * @param loseNetwork whether the phone is offline in between
     * @param twice whether it sends its ballot twice
     * @param first whether it fetches its paper before all the phones that only listen
     */
    void vote(long opened, long thinkMillis, boolean loseNetwork, boolean twice, boolean first) {
        PhoneSocket mine = socket;
        if (mine == null) {
            return;
        }
        // A phone that reads nothing learns of the poll when its owner reloads the page.
        if (!slow) {
            long when = refetchAt.completeOnTimeout(0L, 10, SECONDS).join();
            if (when == 0) {
                log.problem("no update about the poll");
            } else if (!first) {
                sleep(NANOSECONDS.toMillis(when - System.nanoTime()));
            }
        }
        ParsedPage paper = slow ? browser.get(session.path()) : browser.get(session.path() + "/me");
        if (!slow) {
            log.papers.add(System.nanoTime() - opened);
        }
        Optional<ParsedPage.FilledForm> form = paper.form("/ballot");
        if (form.isEmpty()) {
            log.problem("no ballot paper " + paper.status());
            return;
        }
        if (loseNetwork) {
            reconnect(mine);
        }
        sleep(thinkMillis - NANOSECONDS.toMillis(System.nanoTime() - opened));
        cast(form.get().with("choice", choice), twice);
    }

    private void reconnect(PhoneSocket mine) {
        wasOffline = true;
        mine.close();
        sleep(TURN_MILLIS + ThreadLocalRandom.current().nextLong(TURN_MILLIS));
        long began = System.nanoTime();
        connect(mine);
        log.returns.add(System.nanoTime() - began);
    }

    private void cast(ParsedPage.FilledForm ballot, boolean twice) {
        log.acks.sending();
        long began = System.nanoTime();
        Future<ParsedPage> again = twice ? ballots.sending(ballot, true) : Future.succeededFuture(null);
        ParsedPage answer = ballots.send(ballot, true);
        long now = System.nanoTime();
        String receipt = answer.receipt();
        if (answer.status() != 200 || receipt.isEmpty()) {
            log.problem("ballot " + answer.status());
            return;
        }
        log.taps.add(now - began);
        log.acks.answered(now);
        log.voted.incrementAndGet();
        log.chose(choice);
        log.receipts.add(receipt);
        if (twice) {
            log.twice.incrementAndGet();
            ParsedPage second = again.await();
            if (!second.good()) {
                log.problem("second ballot " + second.status());
            }
        }
    }

    private static void sleep(long millis) {
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
