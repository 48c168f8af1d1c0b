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
import pavilion.rules.Sha256;

/** The households that vote, signed in and checked, and the questions put to them. */
final class BenchCommunity {
    private static final int MATTERS = 500;
    private final BenchTarget target;
    private final RuleBook rules = RuleBook.load();
    private final Polls polls;
    private final Tokens formTokens;
    final Home home;
    final List<Household> households;

    BenchCommunity(BenchTarget target, int voters) {
        this.target = target;
        this.polls = new Polls(
                target.database(),
                target.clock(),
                rules,
                (tx, poll, outcome, person, post, minority) -> {},
                poll -> {});
        var tx = target.database().plain();
        this.formTokens = new Tokens(SettingStore.get(tx, "secret").orElseThrow());
        this.home = BenchStore.largest(tx);
        this.households = BenchStore.households(tx, home.id(), voters);
        Instant now = now();
        target.database().run(t -> {
            SessionSetupStore.accounts(t, home.id(), people(), now);
            BenchStore.fillMatters(t, home.id(), households.getFirst().person(), MATTERS, now);
        });
    }

    private List<Long> people() {
        return households.stream().map(Household::person).distinct().toList();
    }

    private Instant now() {
        return target.clock().instant();
    }

    /** A browser of every household, signed in; the token stands in the database only as its hash. */
    List<String> signIns() {
        List<Long> people = households.stream().map(Household::person).toList();
        List<String> tokens = people.stream().map(p -> Tokens.token()).toList();
        List<String> hashes = tokens.stream().map(Sha256::of).toList();
        target.database().run(tx -> SessionSetupStore.signIns(tx, home.id(), people, hashes, now()));
        return tokens;
    }

    /** An open poll. @param session in which it was put, whose channel is told; null for one over days */
    record OpenPoll(long matter, long poll, @Nullable Long session, boolean secret) {}

    /** Opens a poll to every household, as the server does it. */
    OpenPoll open(String ruleId, String title, boolean inSession) {
        Rule rule = rules.catalogue().rule(ruleId);
        return target.database().transact(tx -> {
            long matter = SessionSetupStore.matter(
                    tx, home.id(), home.place(), households.getFirst().person(), ruleId, "poll", title, now());
            Long session = inSession ? BenchStore.session(tx, home, matter, title, households.size(), now()) : null;
            long poll =
                    polls.draft(tx, Poll.draft(home.id(), matter, session, Question.motion(null, title), rule, null));
            List<PollVoter> voters = households.stream()
                    .map(h -> new PollVoter(new Voter(h.voter(), h.label(), h.person(), 0, 1), true))
                    .toList();
            polls.open(tx, home.id(), poll, voters, null, "bench");
            return new OpenPoll(matter, poll, session, rule.secrecy() == Secrecy.SECRET);
        });
    }

    /**
     * Everybody's form as a browser sends it.
     *
     * @param script sent by the page's own script, which is answered with a part of the page
     */
    List<Buffer> forms(OpenPoll poll, List<String> tokens, boolean script) {
        List<Buffer> forms = new ArrayList<>();
        for (int i = 0; i < households.size(); i++) {
            forms.add(form(poll, households.get(i), tokens.get(i), i, script));
        }
        return forms;
    }

    private Buffer form(OpenPoll poll, Household household, String token, int n, boolean script) {
        String choice = n % 10 < 7 ? "yes" : n % 10 < 9 ? "no" : "abstain";
        String body = "csrf=" + formTokens.mark("csrf", token) + "&key=" + Tokens.token() + "&voter="
                + household.voter() + "&choice=" + choice;
        String head = "POST /c/" + home.code() + "/polls/" + poll.poll() + "/ballot HTTP/1.1\r\nHost: 127.0.0.1:"
                + target.port() + "\r\nUser-Agent: Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile\r\n"
                + "Accept: text/html\r\nAccept-Language: zh-CN,zh;q=0.9\r\n"
                + "Origin: http://127.0.0.1:" + target.port() + "\r\nCookie: " + cookie(token) + "\r\n"
                + (script ? "X-Fragment: 1\r\n" : "")
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return Buffer.buffer((head + body).getBytes(StandardCharsets.US_ASCII));
    }

    static String cookie(String token) {
        return "pavilion=" + token + "; look=zh.18.auto";
    }

    BenchStore.Counts counts(OpenPoll poll) {
        return BenchStore.counts(target.database().plain(), home.id(), poll.poll(), poll.secret());
    }

    /** The poll's chain, checked link by link. */
    List<ChainEntry> chain(OpenPoll poll) {
        List<ChainEntry> acts = AuditStore.read(target.database().plain(), home.id(), "poll/" + poll.poll());
        Chain.verify(acts).ifPresent(broken -> {
            throw new IllegalStateException(broken.toString());
        });
        return acts;
    }
}
