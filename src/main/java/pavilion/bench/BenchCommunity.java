package pavilion.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.audit.Chain;
import pavilion.audit.ChainEntry;
import pavilion.bench.BenchStore.Home;
import pavilion.bench.BenchStore.Household;
import pavilion.db.SettingStore;
import pavilion.electorate.Voter;
import pavilion.identity.Tokens;
import pavilion.poll.Poll;
import pavilion.poll.PollVoter;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.rehearse.SessionSetupStore;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;

/** The households that vote, signed in and checked, and the questions put to them. */
final class BenchCommunity {
    private static final int MATTERS = 500;
    private final BenchTarget ground;
    private final RuleBook rules = RuleBook.load();
    private final Polls polls;
    private final Tokens secrets;
    final Home home;
    final List<Household> households;

    BenchCommunity(BenchTarget ground, int voters) {
        this.ground = ground;
        this.polls = new Polls(
                ground.database(),
                ground.clock(),
                rules,
                (tx, poll, outcome, person, post, minority) -> {},
                poll -> {});
        var tx = ground.database().plain();
        this.secrets = new Tokens(SettingStore.get(tx, "secret").orElseThrow());
        this.home = BenchStore.largest(tx);
        this.households = BenchStore.households(tx, home.id(), voters);
        Instant now = now();
        ground.database().run(t -> {
            SessionSetupStore.accounts(t, home.id(), people(), now);
            BenchStore.fillMatters(t, home.id(), households.getFirst().person(), MATTERS, now);
        });
    }

    private List<Long> people() {
        return households.stream().map(Household::person).distinct().toList();
    }

    private Instant now() {
        return ground.clock().instant();
    }

    /** A browser of every household, signed in; the token stands in the database only as its hash. */
    List<String> signIns() {
        List<Long> people = households.stream().map(Household::person).toList();
        List<String> tokens = people.stream().map(p -> Tokens.token()).toList();
        List<String> hashes = tokens.stream().map(Tokens::sha256).toList();
        ground.database().run(tx -> SessionSetupStore.signIns(tx, home.id(), people, hashes, now()));
        return tokens;
    }

    /** @param inSession put in a meeting, whose room then hears of it */
    record Question(long matter, long poll, @Nullable Long session, boolean secret) {}

    /** Opens a poll to every household, by the house's own way. */
    Question ask(String ruleId, String title, boolean inSession) {
        Rule rule = rules.catalogue().rule(ruleId);
        return ground.database().transact(tx -> {
            long matter = SessionSetupStore.matter(
                    tx, home.id(), home.place(), households.getFirst().person(), ruleId, "poll", title, now());
            Long session = inSession ? BenchStore.session(tx, home, matter, title, households.size(), now()) : null;
            long poll = polls.draft(
                    tx, Poll.draft(home.id(), matter, session, pavilion.poll.Question.motion(null, title), rule, null));
            List<PollVoter> seats = households.stream()
                    .map(h -> new PollVoter(new Voter(h.voter(), h.label(), h.person(), 0, 1), true))
                    .toList();
            polls.open(tx, home.id(), poll, seats, null, "bench");
            return new Question(matter, poll, session, rule.secrecy() == Secrecy.SECRET);
        });
    }

    /**
     * Everybody's form as a browser sends it.
     *
     * @param script sent by the page's own script, which is answered with a part of the page
     */
    List<Buffer> forms(Question question, List<String> tokens, boolean script) {
        List<Buffer> forms = new ArrayList<>();
        for (int i = 0; i < households.size(); i++) {
            forms.add(form(question, households.get(i), tokens.get(i), i, script));
        }
        return forms;
    }

    private Buffer form(Question question, Household household, String token, int n, boolean script) {
        String choice = n % 10 < 7 ? "yes" : n % 10 < 9 ? "no" : "abstain";
        String body = "csrf=" + secrets.mark("csrf", token) + "&key=" + Tokens.token() + "&voter=" + household.voter()
                + "&choice=" + choice;
        String head = "POST /c/" + home.code() + "/polls/" + question.poll() + "/ballot HTTP/1.1\r\nHost: 127.0.0.1:"
                + ground.port() + "\r\nUser-Agent: Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile\r\n"
                + "Accept: text/html\r\nAccept-Language: zh-CN,zh;q=0.9\r\n"
                + "Origin: http://127.0.0.1:" + ground.port() + "\r\nCookie: " + cookie(token) + "\r\n"
                + (script ? "X-Fragment: 1\r\n" : "")
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return Buffer.buffer((head + body).getBytes(StandardCharsets.US_ASCII));
    }

    static String cookie(String token) {
        return "pavilion=" + token + "; look=zh.18.auto";
    }

    BenchStore.Counts counts(Question question) {
        return BenchStore.counts(ground.database().plain(), home.id(), question.poll(), question.secret());
    }

    /** The poll's chain, checked link by link. */
    List<ChainEntry> chain(Question question) {
        List<ChainEntry> acts = AuditStore.read(ground.database().plain(), home.id(), "poll/" + question.poll());
        Chain.verify(acts).ifPresent(broken -> {
            throw new IllegalStateException(broken.toString());
        });
        return acts;
    }
}
