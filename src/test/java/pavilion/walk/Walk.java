package pavilion.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import pavilion.demo.DemoAccount;

/** A walk of so many acts by four hands, with the same beginning for the same seed. */
final class Walk {
    private static final int HANDS = 4;
    private static final int BUSY = 20;
    /** So many acts to a rehearsal: one that is over leaves its people nothing to do. */
    private static final int REHEARSAL = 200;

    private static final int MOST_REHEARSALS = 60;

    private final WalkedServer server;
    private final long seed;
    private final int wanted;
    private final Faults faults = new Faults();
    private final WalkValues values = new WalkValues();
    private final Steering steering;
    private final Acts acts;
    private final Invariants invariants;
    private String looked = "";
    private final AtomicInteger sent = new AtomicInteger();
    /** Held for reading by each act, for writing while everything is looked through. */
    private final ReentrantReadWriteLock acting = new ReentrantReadWriteLock(true);

    Walk(WalkedServer server, List<DemoAccount> offered, long seed, int wanted) {
        this.server = server;
        this.seed = seed;
        this.wanted = wanted;
        WalkFiles files = new WalkFiles();
        List<Walker> walkers = Walkers.of(server, offered);
        this.steering = new Steering(walkers);
        PageVisits visits = new PageVisits(steering, values, files, faults);
        this.acts = new Acts(steering, visits, new FormFiller(values, files), values, faults);
        this.invariants = new Invariants(server, faults);
    }

    /** @return what was found */
    Faults go() throws Exception {
        List<Thread> hands = new ArrayList<>();
        for (int i = 0; i < HANDS; i++) {
            Random random = new Random(seed * HANDS + i);
            hands.add(Thread.ofPlatform().start(() -> walk(random)));
        }
        int rehearsals = Math.clamp(wanted / REHEARSAL, 3, MOST_REHEARSALS);
        for (int i = 0; i < rehearsals; i++) {
            waitFor(wanted * i / rehearsals);
            if (i == rehearsals / 2) {
                server.killAndStart();
            }
            lookThrough(i % 2 == 0);
        }
        for (Thread hand : hands) {
            hand.join();
        }
        looked = invariants.everything();
        return faults;
    }

    private void waitFor(int acts) throws InterruptedException {
        while (sent.get() < acts && !faults.tooMany()) {
            Thread.sleep(20);
        }
    }

    /** While nobody acts; after it there is one more session whose whole roll walks. */
    private void lookThrough(boolean secret) {
        acting.writeLock().lock();
        try {
            invariants.polls();
            steering.join(Walkers.rehearsal(server, secret));
        } finally {
            acting.writeLock().unlock();
        }
    }

    private void walk(Random random) {
        while (sent.get() < wanted && !faults.tooMany()) {
            Steering.Step step = free(random);
            Lock turn = Acts.CLOCK.equals(step.key()) ? acting.writeLock() : acting.readLock();
            turn.lock();
            try {
                boolean formSent = acts.act(step, random);
                steering.stepped(formSent);
                if (formSent) {
                    sent.incrementAndGet();
                }
            } catch (RuntimeException e) {
                faults.add(
                        "the walk itself: " + e,
                        step + " " + List.of(e.getStackTrace()).subList(0, 6));
            } finally {
                turn.unlock();
                step.walker().turn.unlock();
            }
        }
    }

    /** Somebody whom no other hand moves at the moment. */
    private Steering.Step free(Random random) {
        while (true) {
            for (int i = 0; i < BUSY; i++) {
                Steering.Step step = steering.next(random);
                if (step.walker().turn.tryLock()) {
                    return step;
                }
            }
            Thread.onSpinWait();
        }
    }

    String told() {
        return String.join("\n", steering.told()) + "\n" + sent.get() + " acts, " + WalkBrowser.GETS.get()
                + " pages and files fetched, seed " + seed + "\n" + looked;
    }
}
