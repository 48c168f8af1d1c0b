package pavilion.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import pavilion.support.DemoServer;

/**
 * A vote of 64 households, each pressing the same form until it is acknowledged, in the middle of which something happens
 * to the server; the receipts kept here, outside of it, are what it is held to.
 */
final class CrashVote {
    static final int VOTERS = 64;

    private final DemoServer server;
    private final Poll poll;
    private final List<CrashVoter> voters;
    private volatile String refused = "";
    private final Map<Integer, String> receipts = new ConcurrentHashMap<>();

    private record CrashVoter(int number, PollVoter voter, String token, String csrf) {}

    /** Something that happens in the middle of the vote. */
    interface Accident {
        void happen() throws Exception;
    }

    private CrashVote(DemoServer server, Secrecy secrecy) throws IOException {
        this.server = server;
        try (Database db = server.database()) {
            this.poll = openPoll(db, secrecy);
            this.voters = voters(db, poll);
        }
    }

    /**
     * @param after how many are acknowledged when it happens, fewer than {@link #VOTERS}
     * @param accident what happens to the running server, which is started again if it does not live afterwards
     * @return how many were acknowledged before it
     */
    static int hold(DemoServer server, Secrecy secrecy, int after, Accident accident) throws Exception {
        return new CrashVote(server, secrecy).play(after, accident);
    }

    private int play(int after, Accident accident) throws Exception {
        List<Thread> phones = new ArrayList<>();
        for (CrashVoter voter : voters) {
            phones.add(Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(voter.number() * 25L);
                } catch (InterruptedException e) {
                    return;
                }
                vote(voter);
            }));
        }
        while (receipts.size() < after) {
            assertEquals("", refused);
            Thread.sleep(2);
        }
        accident.happen();
        Map<Integer, String> acknowledged = Map.copyOf(receipts);
        assertTrue(acknowledged.size() < VOTERS, "the crash came too late to be in the middle");
        if (!server.handle().isAlive()) {
            server.start();
        }
        for (Thread phone : phones) {
            phone.join(Duration.ofSeconds(90));
        }
        assertEquals("", refused);
        assertEquals(VOTERS, receipts.size(), "everybody was acknowledged in the end");
        try (Database db = server.database()) {
            check(db, acknowledged);
        }
        return acknowledged.size();
    }

    private static Polls polls(Database db) {
        return new Polls(db, Clock.systemUTC(), RuleBook.load(), (tx, p, o, who, post, m) -> {}, p -> {});
    }

    private static Poll openPoll(Database db, Secrecy secrecy) {
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
                            select 1, 'CRASH-' || nextval('ids'), 'T1', 'yard.consult', p.id, 't', 'p', $1, 'poll', 1, now(), now(), 'k' || nextval('ids')
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

    private static List<CrashVoter> voters(Database db, Poll poll) {
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
                    Buffer.buffer(HexFormat.of().parseHex(Sha256.of(token))),
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
    private void vote(CrashVoter voter) {
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
                HttpResponse<String> answer = DemoServer.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
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

    private void check(Database db, Map<Integer, String> acknowledged) {
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
}
