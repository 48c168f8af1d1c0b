package pavilion.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.db.Database;
import pavilion.db.SettingStore;
import pavilion.db.Tx;
import pavilion.electorate.Voter;
import pavilion.identity.Tokens;
import pavilion.poll.Poll;
import pavilion.poll.PollRule;
import pavilion.poll.PollVoter;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Basis;
import pavilion.rules.Secrecy;
import pavilion.rules.Sha256;

/** A real server and a real database, killed with -9 in the middle of a vote of 64 households. */
@Timeout(value = 100, unit = TimeUnit.SECONDS)
final class CrashTest {
    private static final int VOTERS = 64;

    @TempDir
    private Path data;

    private KilledServer server;
    private volatile String refused = "";
    private final Map<Integer, String> receipts = new ConcurrentHashMap<>();

    private record CrashVoter(int number, PollVoter voter, String token, String csrf) {}

    @AfterEach
    void stop() throws InterruptedException {
        server.stop();
    }

    private Polls polls(Database db) {
        return new Polls(db, Clock.systemUTC(), RuleBook.load(), (tx, p, o, who, post, m) -> {}, p -> {});
    }

    private Poll openPoll(Database db, Secrecy secrecy) {
        List<PollVoter> seats = db.plain()
                .list(
                        r -> new PollVoter(
                                new Voter(r.getLong("place"), r.getString("code"), r.getLong("person"), 0, 1), true),
                        """
                        select r.place, p.code, r.person from role r join place p on p.community = r.community and p.id = r.place
                        where r.community = 1 and r.role = 'household_rep' order by p.code limit $1
                        """,
                        VOTERS);
        return db.transact(tx -> {
            long matter =
                    tx.first(r -> r.getLong(0), """
                            insert into matter (community, number, template, rule, place, title, problem, proposer, stage,
                                threshold, created_at, changed_at, request_key)
                            select 1, 'CRASH-' || nextval('ids'), 'T1', 'yard.consult', p.id, 't', 'p', $1, 'poll', 1, now(), now(), 'k'
                            from place p where p.community = 1 and p.kind = 'community' returning id
                            """, seats.getFirst().person()).orElseThrow();
            Polls polls = polls(db);
            long id = polls.draft(
                    tx,
                    Poll.draft(
                            1,
                            matter,
                            null,
                            Question.motion(null, "?"),
                            PollRule.of("yard.consult", Basis.HOUSEHOLD, secrecy),
                            null));
            return polls.open(tx, 1, id, seats, null, "moderator");
        });
    }

    private List<CrashVoter> voters(Database db, Poll poll) {
        Tokens secrets = new Tokens(SettingStore.get(db.plain(), "secret").orElseThrow());
        List<CrashVoter> voters = new ArrayList<>();
        Tx tx = db.plain();
        List<PollVoter> seats = tx.list(
                r -> new PollVoter(
                        new Voter(r.getLong("voter"), r.getString("label"), r.getLong("person"), 0, 1), true),
                "select * from entitlement where community = 1 and poll = $1 order by label",
                poll.id());
        for (PollVoter seat : seats) {
            int number = voters.size();
            String token = Tokens.token();
            tx.run("""
                    insert into account (community, person, display_name, password_hash, level, created_at)
                    values (1, $1, $2, '-', 2, now()) on conflict do nothing
                    """, seat.person(), "crash" + seat.person());
            tx.run(
                    "insert into sign_in values ($1, 1, $2, now(), $3)",
                    io.vertx.core.buffer.Buffer.buffer(java.util.HexFormat.of().parseHex(Sha256.of(token))),
                    seat.person(),
                    Clock.systemUTC().instant().plus(Duration.ofDays(900)).atOffset(ZoneOffset.UTC));
            voters.add(new CrashVoter(number, seat, token, secrets.mark("csrf", token)));
        }
        return voters;
    }

    private static String choice(int number) {
        return List.of("yes", "no", "abstain").get(number % 3);
    }

    /** Presses the same form until it is acknowledged, as a phone on a bad network does. */
    private void vote(Poll poll, CrashVoter voter) {
        String body = "csrf=" + voter.csrf() + "&key=form" + voter.number() + "&voter="
                + voter.voter().voter() + "&choice=" + choice(voter.number());
        HttpRequest request = HttpRequest.newBuilder(server.uri("/c/hepinglu/polls/" + poll.id() + "/ballot"))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "pavilion=" + voter.token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        while (!receipts.containsKey(voter.number()) && !Thread.currentThread().isInterrupted()) {
            try {
                HttpResponse<String> answer = KilledServer.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 303) {
                    String where = answer.headers().firstValue("Location").orElseThrow();
                    receipts.put(voter.number(), where.substring(where.indexOf("code=") + 5));
                    return;
                }
                if (answer.statusCode() < 500) {
                    refused = answer.statusCode() + " " + answer.body();
                    return;
                }
                Thread.sleep(50);
            } catch (IOException down) {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void playedWith(Secrecy secrecy, Runnable crash) throws Exception {
        server = new KilledServer(data);
        server.start();
        Poll poll;
        List<CrashVoter> voters;
        try (Database db = server.database()) {
            poll = openPoll(db, secrecy);
            voters = voters(db, poll);
        }
        List<Thread> phones = new ArrayList<>();
        for (CrashVoter voter : voters) {
            phones.add(Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(voter.number() * 25L);
                } catch (InterruptedException e) {
                    return;
                }
                vote(poll, voter);
            }));
        }
        while (receipts.size() < VOTERS / 4) {
            assertEquals("", refused);
            Thread.sleep(2);
        }
        crash.run();
        Map<Integer, String> acknowledged = Map.copyOf(receipts);
        assertTrue(acknowledged.size() < VOTERS, "the crash came too late to be in the middle");
        server.start();
        for (Thread phone : phones) {
            phone.join(Duration.ofSeconds(60));
        }
        assertEquals(VOTERS, receipts.size(), "everybody was acknowledged in the end");
        try (Database db = server.database()) {
            check(db, poll, voters, acknowledged);
        }
    }

    private void check(Database db, Poll poll, List<CrashVoter> voters, Map<Integer, String> acknowledged) {
        Tx tx = db.plain();
        String table = poll.secrecy() == Secrecy.SECRET ? "turnout" : "ballot";
        for (var entry : acknowledged.entrySet()) {
            long voter = voters.get(entry.getKey()).voter().voter();
            String receipt = tx.first(
                            r -> r.getString(0),
                            "select receipt from " + table + " where poll = $1 and voter = $2",
                            poll.id(),
                            voter)
                    .orElseThrow(() -> new AssertionError("an acknowledged ballot is lost"));
            assertEquals(entry.getValue(), receipt);
        }
        Poll closed = polls(db).closing().close(1, poll.id(), null, "moderator", "");
        int rows = tx.first(r -> r.getInteger(0), "select count(*)::int from " + table + " where poll = $1", poll.id())
                .orElseThrow();
        long tally = closed.tally().getLong("yes")
                + closed.tally().getLong("no")
                + closed.tally().getLong("abstain");
        assertEquals(VOTERS, rows);
        assertEquals(VOTERS, tally);
        assertEquals(VOTERS, closed.castCount());
        assertEquals(22, closed.tally().getLong("yes"));
        assertTrue(Chain.verify(AuditStore.read(tx, 1, poll.chain())).isEmpty());
    }

    @Test
    void theServerKilledInTheMiddleOfAVoteLosesNothingAcknowledgedAndCountsNobodyTwice() throws Exception {
        playedWith(Secrecy.NAMED, () -> kill(server.handle()));
    }

    @Test
    void theDatabaseKilledInTheMiddleOfASecretVoteLosesNothingAcknowledgedAndCountsNobodyTwice() throws Exception {
        playedWith(Secrecy.SECRET, () -> {
            try {
                ProcessHandle postgres = ProcessHandle.of(
                                Long.parseLong(server.postmaster().getFirst().strip()))
                        .orElseThrow();
                List<ProcessHandle> backends = postgres.descendants().toList();
                kill(postgres);
                backends.forEach(CrashTest::kill);
                kill(server.handle());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }
}
