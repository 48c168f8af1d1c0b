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

/** The play itself: the meeting is opened, people come, a question is put, everybody votes, it is counted, they go home. */
public final class Rehearsal implements AutoCloseable {
    private static final List<String> CHOICES = List.of("yes", "no", "abstain");
    private static final Duration CODE_LASTS = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MOST_PAIRS = 4_000_000;
    private static final int RECEIPTS_LOOKED_UP = 100;
    private static final int SEED = 7;

    private final RehearsedSession meeting;
    private final Schedule pace;
    private final Consumer<String> tell;
    private final HttpClient pages;
    private final HttpClient taps;
    private final WebSocketClient sockets;
    private final HttpBrowser moderator;
    private final RunLog notes = new RunLog();
    private final List<Phone> phones = new ArrayList<>();
    private final AtomicReference<String> code = new AtomicReference<>("");
    private volatile boolean arriving = true;

    /** @param tell hears the name of each part before it begins */
    public Rehearsal(LoadClient crowd, RehearsedSession meeting, Schedule pace, Consumer<String> tell) {
        this.meeting = meeting;
        this.pace = pace;
        this.tell = tell;
        this.pages = crowd.pages(meeting.site());
        // A browser keeps a connection: a tap does not wait behind other people's pages.
        this.taps = crowd.pages(meeting.site());
        this.sockets = crowd.sockets(meeting.site(), meeting.people().size());
        this.moderator = new HttpBrowser(pages, RehearsedSession.cookie(meeting.moderator()));
        int people = meeting.people().size();
        for (int i = 0; i < people; i++) {
            String cookie = RehearsedSession.cookie(meeting.people().get(i));
            String choice = i % 10 < 7 ? "yes" : i % 10 < 9 ? "no" : "abstain";
            boolean slow = pace.slow() > 0 && i % Math.max(1, people / pace.slow()) == 0;
            phones.add(new Phone(
                    meeting,
                    new HttpBrowser(pages, cookie),
                    new HttpBrowser(taps, cookie),
                    notes,
                    choice,
                    slow,
                    () -> new PhoneSocket(sockets, meeting.channel(), cookie)));
        }
    }

    /** @throws Stuck where the house does not let the meeting go on */
    public RehearsalReport play() throws InterruptedException {
        come();
        vote();
        closePoll();
        return count();
    }

    /** Opens the meeting; everybody comes in. */
    public void come() throws InterruptedException {
        tell.accept("open");
        press("/open");
        readTheWall();
        Thread reading = Thread.ofVirtual().start(this::keepReading);
        tell.accept("arrive");
        Random dice = new Random(SEED);
        all(phones, phone -> {
            long after = dice.nextLong(Math.max(1, pace.arrivals().toMillis()));
            return () -> {
                Thread.sleep(after);
                phone.arrive(code.get());
            };
        });
        arriving = false;
        reading.interrupt();
    }

    /** Puts the question; everybody votes. */
    public void vote() throws InterruptedException {
        tell.accept("vote");
        phones.forEach(Phone::ready);
        long opened = System.nanoTime();
        press("/poll");
        Random dice = new Random(SEED);
        all(phones, phone -> {
            long think = pace.think(phones.indexOf(phone), phones.size(), dice);
            boolean away = !phone.isSlow() && !pace.inTurn() && dice.nextInt(Schedule.RECONNECTS) == 0;
            boolean twice = !pace.inTurn() && dice.nextInt(Schedule.TWICE) == 0;
            return () -> phone.vote(opened, think, away, twice, pace.inTurn());
        });
        Thread.sleep(1_000);
        int stride = (int) Math.max(1, (long) phones.size() * notes.voted.get() / MOST_PAIRS);
        List<PhoneSocket> awake = phones.stream()
                .filter(phone -> phone.stays())
                .map(Phone::line)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 0; i < awake.size(); i += stride) {
            notes.missed.addAndGet(awake.get(i).heard(notes.acks, notes.screens));
        }
    }

    /** The ballots so far. */
    public AckLog acks() {
        return notes.acks;
    }

    private void closePoll() throws InterruptedException {
        tell.accept("close");
        press("/close", "/polls/");
        lines().forEach(PhoneSocket::wake);
        long newest = moderator.get(meeting.path()).number("data-version=\"", "\"");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (behind(newest) > 0 && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        notes.behind.set((int) behind(newest));
    }

    private long behind(long newest) {
        return lines().stream()
                .filter(line -> line.version() < newest || !line.isOpen())
                .count();
    }

    private RehearsalReport count() {
        ParsedPage page = moderator.get(meeting.path());
        List<Integer> figures = RehearsalReport.figures(page);
        int unknown = 0;
        for (String receipt : notes.receipts.stream().limit(RECEIPTS_LOOKED_UP).toList()) {
            if (moderator.get(meeting.at() + "/receipts?code=" + receipt).status() != 200) {
                unknown++;
            }
        }
        press("/show", "/polls/");
        press("/close", "/sessions/");
        return RehearsalReport.of(
                meeting,
                pace,
                notes,
                lines(),
                figures,
                CHOICES.stream().map(notes::chosen).toList(),
                unknown);
    }

    /** The house does not let the meeting go on; the message says at which step. */
    public static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String step) {
            super(step, null, false, false);
        }
    }

    private void press(String ending) {
        press(ending, "");
    }

    private void press(String ending, String within) {
        ParsedPage console = moderator.get(meeting.path() + "/console");
        Optional<ParsedPage.Filled> form = console.form(within, ending);
        ParsedPage answer = form.isEmpty() ? console : moderator.send(form.get(), false);
        if (form.isEmpty() || !answer.good()) {
            throw new Stuck(ending.substring(1) + " " + answer.status());
        }
    }

    private void readTheWall() {
        ParsedPage console = moderator.get(meeting.path() + "/console");
        String screen = console.between("href=\"/screen/", "\"");
        ParsedPage wall = moderator.get("/screen/" + screen);
        String in = wall.between("data-in=\"", "\"");
        if (in.isEmpty()) {
            throw new Stuck("wall " + wall.status());
        }
        code.set(HttpBrowser.path(in));
    }

    private void keepReading() {
        try {
            while (arriving) {
                Thread.sleep(CODE_LASTS);
                readTheWall();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Deed {
        void run() throws InterruptedException;
    }

    private interface Role {
        Deed of(Phone phone);
    }

    private void all(List<Phone> who, Role role) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Phone phone : who) {
            Deed deed = role.of(phone);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    deed.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) { // also the checked ones that waiting for a future lets through
                    notes.trouble(String.valueOf(e.getMessage()));
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

    private List<PhoneSocket> lines() {
        return phones.stream().map(Phone::line).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        lines().forEach(PhoneSocket::close);
        sockets.close();
        taps.close();
        pages.close();
    }
}
