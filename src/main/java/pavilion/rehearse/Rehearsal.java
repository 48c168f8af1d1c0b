package pavilion.rehearse;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.WebSocketClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Plays a session: it is opened, people check in, a question is put, everybody votes, the ballots are counted, it is closed,
 * its result is posted.
 */
public final class Rehearsal implements AutoCloseable {
    private static final List<String> CHOICES = List.of("yes", "no", "abstain");
    private static final Duration CODE_LASTS = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MOST_PAIRS = 4_000_000;
    private static final int RECEIPTS_LOOKED_UP = 100;
    private static final int SEED = 7;

    private final RehearsedSession session;
    private final Schedule schedule;
    private final Consumer<String> progress;
    private final HttpClient pages;
    private final HttpClient ballots;
    private final WebSocketClient sockets;
    private final HttpBrowser moderator;
    private final RunLog log = new RunLog();
    private final List<Phone> phones = new ArrayList<>();
    private final AtomicReference<String> code = new AtomicReference<>("");
    private volatile boolean checkingIn = true;

    /** @param progress gets the name of each part before it begins */
    public Rehearsal(LoadClient load, RehearsedSession session, Schedule schedule, Consumer<String> progress) {
        this.session = session;
        this.schedule = schedule;
        this.progress = progress;
        this.pages = load.pages(session.server());
        // A browser keeps its own connection: a ballot does not wait behind other people's pages.
        this.ballots = load.pages(session.server());
        this.sockets = load.sockets(session.server(), session.people().size());
        this.moderator = new HttpBrowser(pages, RehearsedSession.cookie(session.moderator()));
        int people = session.people().size();
        for (int i = 0; i < people; i++) {
            String cookie = RehearsedSession.cookie(session.people().get(i));
            String choice = i % 10 < 7 ? "yes" : i % 10 < 9 ? "no" : "abstain";
            boolean slow = schedule.slow() > 0 && i % Math.max(1, people / schedule.slow()) == 0;
            phones.add(new Phone(
                    session,
                    new HttpBrowser(pages, cookie),
                    new HttpBrowser(ballots, cookie),
                    log,
                    choice,
                    slow,
                    () -> new PhoneSocket(sockets, session.channel(), cookie)));
        }
    }

    /** @throws Stuck if the server does not let the session go on */
    public RehearsalReport play() throws InterruptedException {
        checkIn();
        vote();
        closePoll();
        return count();
    }

    /** Opens the session; everybody checks in. */
    public void checkIn() throws InterruptedException {
        progress.accept("open");
        pressButton("/open");
        readProjector();
        Thread reading = Thread.ofVirtual().start(this::keepReadingProjector);
        progress.accept("arrive");
        Random random = new Random(SEED);
        all(phones, phone -> {
            long after = random.nextLong(Math.max(1, schedule.arrivals().toMillis()));
            return () -> {
                Thread.sleep(after);
                phone.checkIn(code.get());
            };
        });
        checkingIn = false;
        reading.interrupt();
    }

    /** Puts the question; everybody votes. */
    public void vote() throws InterruptedException {
        progress.accept("vote");
        phones.forEach(Phone::awaitPoll);
        long opened = System.nanoTime();
        pressButton("/poll");
        Random random = new Random(SEED);
        all(phones, phone -> {
            long think = schedule.think(phones.indexOf(phone), phones.size(), random);
            boolean away = !phone.isSlow() && !schedule.inTurn() && random.nextInt(Schedule.RECONNECTS) == 0;
            boolean twice = !schedule.inTurn() && random.nextInt(Schedule.TWICE) == 0;
            return () -> phone.vote(opened, think, away, twice, schedule.inTurn());
        });
        Thread.sleep(1_000);
        int stride = (int) Math.max(1, (long) phones.size() * log.voted.get() / MOST_PAIRS);
        List<PhoneSocket> reading = phones.stream()
                .filter(phone -> phone.stays())
                .map(Phone::socket)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 0; i < reading.size(); i += stride) {
            log.missed.addAndGet(reading.get(i).delays(log.acks, log.screens));
        }
    }

    /** The ballots so far. */
    public AckLog acks() {
        return log.acks;
    }

    private void closePoll() throws InterruptedException {
        progress.accept("close");
        pressButton("/close", "/polls/");
        sockets().forEach(PhoneSocket::resume);
        long newest = moderator.get(session.path()).number("data-version=\"", "\"");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (behind(newest) > 0 && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        log.behind.set((int) behind(newest));
    }

    private long behind(long newest) {
        return sockets().stream()
                .filter(socket -> socket.version() < newest || !socket.isOpen())
                .count();
    }

    private RehearsalReport count() {
        ParsedPage page = moderator.get(session.path());
        List<Integer> figures = RehearsalReport.figures(page);
        int unknown = 0;
        for (String receipt : log.receipts.stream().limit(RECEIPTS_LOOKED_UP).toList()) {
            if (moderator.get(session.at() + "/receipts?code=" + receipt).status() != 200) {
                unknown++;
            }
        }
        pressButton("/show", "/polls/");
        pressButton("/close", "/sessions/");
        postResult();
        return RehearsalReport.of(
                session,
                schedule,
                log,
                sockets(),
                figures,
                CHOICES.stream().map(log::chosen).toList(),
                unknown);
    }

    private void postResult() {
        long matter = moderator.get(session.path()).number("/matters/", "\"");
        ParsedPage page = moderator.get(session.at() + "/matters/" + matter);
        ParsedPage answer = page.form("/resolution")
                .map(form -> moderator.send(form, false))
                .orElse(page);
        if (!answer.good() || answer.form("/resolution").isPresent()) {
            throw new Stuck("resolution " + answer.status());
        }
    }

    /** The server does not let the session go on; the message says at which step. */
    public static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String step) {
            super(step, null, false, false);
        }
    }

    private void pressButton(String ending) {
        pressButton(ending, "");
    }

    private void pressButton(String ending, String within) {
        ParsedPage console = moderator.get(session.path() + "/console");
        Optional<ParsedPage.FilledForm> form = console.form(within, ending);
        ParsedPage answer = form.isEmpty() ? console : moderator.send(form.get(), false);
        if (form.isEmpty() || !answer.good()) {
            throw new Stuck(ending.substring(1) + " " + answer.status());
        }
    }

    private void readProjector() {
        ParsedPage console = moderator.get(session.path() + "/console");
        String screen = console.between("href=\"/screen/", "\"");
        ParsedPage projector = moderator.get("/screen/" + screen);
        String in = projector.between("data-in=\"", "\"");
        if (in.isEmpty()) {
            throw new Stuck("projector " + projector.status());
        }
        code.set(HttpBrowser.path(in));
    }

    private void keepReadingProjector() {
        try {
            while (checkingIn) {
                Thread.sleep(CODE_LASTS);
                readProjector();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    private interface ActionOf {
        Action of(Phone phone);
    }

    private void all(List<Phone> who, ActionOf of) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Phone phone : who) {
            Action action = of.of(phone);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    action.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) { // also the checked ones that waiting for a future lets through
                    log.problem(String.valueOf(e.getMessage()));
                }
            }));
        }
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                throw new Stuck("time");
            }
        }
    }

    private List<PhoneSocket> sockets() {
        return phones.stream().map(Phone::socket).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        sockets().forEach(PhoneSocket::close);
        sockets.close();
        ballots.close();
        pages.close();
    }
}
