package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.identity.Tokens;
import pavilion.identity.UserCache;
import pavilion.matter.SmallCommunity;
import pavilion.rulebook.RuleBook;
import pavilion.rulebook.SampleAdoptedRules;
import pavilion.rules.Basis;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.Sha256;
import pavilion.support.TestBrowser;
import pavilion.text.Messages;
import pavilion.web.Communities;
import pavilion.web.ConnectionLimits;
import pavilion.web.ErrorPages;
import pavilion.web.RateLimits;
import pavilion.web.Routes;
import pavilion.web.Templates;
import pavilion.web.WebContext;

/** Who has an account but was not checked in person may vote where the result is advice, not where it binds. */
final class CheckedInPersonTest extends PollCase {
    private static final Tokens TOKENS = new Tokens("a secret of this test");
    private static final Messages MESSAGES = new Messages();
    private static final Rule BINDING = RuleBook.load().catalogue().rule("cc278.ordinary");
    private static final Rule ADVICE = RuleBook.load().catalogue().rule("yard.consult");
    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = serve(polls);
    }

    private static HttpServer serve(Polls polls) {
        WebContext context = new WebContext(
                new Templates(MESSAGES),
                MESSAGES,
                new OneCommunity(),
                new UserCache(vertx, CheckedInPersonTest::recognise),
                TOKENS,
                false,
                false,
                new HashMap<>(Map.of("asset", "0", "demo", false)));
        Routes routes = new Routes(
                vertx,
                context,
                new ErrorPages(),
                new RateLimits(1000, 1000),
                ConnectionLimits.standard(),
                Path.of("target", "poll-uploads").toString());
        Router root = Router.router(vertx);
        root.route("/*").subRouter(routes.router(new PollPages(db, polls, (tx, poll, person) -> List.of()).routes()));
        return vertx.createHttpServer()
                .requestHandler(root)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    /** A token is the person and the level. */
    private static Future<CurrentUser> recognise(String hash) {
        for (int level = 1; level <= 2; level++) {
            for (long person = 1001; person <= 1003; person++) {
                if (hash.equals(Sha256.of(token(person, level)))) {
                    return Future.succeededFuture(user(person, level));
                }
            }
        }
        return Future.succeededFuture();
    }

    private static String token(long person, int level) {
        return "person-" + person + "-level-" + level;
    }

    private static CurrentUser user(long person, int level) {
        RoleGrant resident = new RoleGrant(Role.RESIDENT, 1, SmallCommunity.YARD, SmallCommunity.YARD_PATH);
        return new CurrentUser(1, person, "P" + person, 0, SmallCommunity.YARD_PATH, level, List.of(resident));
    }

    private record OneCommunity(Community here) implements Communities {
        OneCommunity() {
            this(new Community(1, "heping", "Heping", SmallCommunity.ROOT, SmallCommunity.ROOT_PATH));
        }

        @Override
        public Community byCode(String code) {
            return code.equals(here.code()) ? here : null;
        }

        @Override
        public Community byId(int id) {
            return id == here.id() ? here : null;
        }
    }

    private static HttpResponse<String> post(Poll poll, int voter, int level) {
        return post(server, poll, voter, level);
    }

    private static HttpResponse<String> post(HttpServer server, Poll poll, int voter, int level) {
        String token = token(1000L + voter, level);
        return new TestBrowser("http://127.0.0.1:" + server.actualPort())
                .with(token)
                .post(
                        "/c/heping/polls/" + poll.id() + "/ballot",
                        Map.of(
                                "csrf",
                                TOKENS.mark("csrf", token),
                                "key",
                                "k" + voter,
                                "voter",
                                "" + (100 + voter),
                                "choice",
                                "yes"));
    }

    private static Poll poll(Rule rule) {
        return poll(Question.motion(null, "同意吗？"), PollRule.of(rule), null);
    }

    @Test
    void thePageRefusesABindingBallotOfSomebodyNotCheckedInPerson() {
        Poll poll = poll(BINDING);
        HttpResponse<String> refused = post(poll, 1, 1);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains(MESSAGES.say("zh", "poll.why.level")), refused.body());
        assertEquals(0, rows("ballot", poll));
        assertEquals(303, post(poll, 2, 2).statusCode());
        assertEquals(1, rows("ballot", poll));
    }

    @Test
    void thePageTakesAnAdvisoryBallotOfSomebodyNotCheckedInPerson() {
        Poll poll = poll(ADVICE);
        assertEquals(303, post(poll, 1, 1).statusCode());
        assertEquals(1, rows("ballot", poll));
    }

    @Test
    void theServiceRefusesSeveralBindingBallotsOfSomebodyNotCheckedInPerson() {
        Poll poll = poll(BINDING);
        MultiBallots several = new MultiBallots(db, polls);
        Map<Long, String> chosen = Map.of(101L, "yes");
        Refused refused = assertThrows(Refused.class, () -> several.cast(poll, user(1001, 1), chosen, "k"));
        assertEquals("poll.why.level", refused.refusal().key());
        assertEquals(0, rows("ballot", poll));
        several.cast(poll, user(1001, 2), chosen, "k");
        assertEquals(1, rows("ballot", poll));
    }

    @Test
    void theBallotItselfSaysWhyItCannotBeCastYet() {
        Poll poll = poll(BINDING);
        assertEquals(
                "poll.why.level",
                polls.ballotsOf(db.plain(), poll, 1001, 1).getFirst().why());
        assertTrue(polls.ballotsOf(db.plain(), poll, 1001, 2).getFirst().canCast());
        assertTrue(polls.ballotsOf(db.plain(), poll(ADVICE), 1001, 1).getFirst().canCast());
    }

    @Test
    void theFirstBallotThatAServerSeesOfAPollUnderAnAdoptedRuleIsTaken() {
        int n = SampleAdoptedRules.adoptParking(db, village.clock, "cc278.ordinary");
        Poll poll = poll(Question.motion(null, "同意吗？"), PollRule.of("own." + n, Basis.OWNER, Secrecy.NAMED), null);
        HttpServer restarted = serve(
                new Polls(db, village.clock, RuleBook.load(), (tx, p, outcome, by, post, minority) -> {}, p -> {}));
        assertEquals(403, post(restarted, poll, 1, 1).statusCode());
        assertEquals(303, post(restarted, poll, 1, 2).statusCode());
        restarted.close().await();
    }
}
