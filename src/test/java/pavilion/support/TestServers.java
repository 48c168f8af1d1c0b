package pavilion.support;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoAccount;
import pavilion.demo.DemoDatabase;
import pavilion.identity.Tokens;
import pavilion.rules.Sha256;
import pavilion.server.Application;
import pavilion.web.Route;

/** A running server with the demo community, shared by the tests of a JVM; a test that changes much opens its own. */
public final class TestServers implements AutoCloseable {
    private static TestServers shared;
    private final TestDatabase database;
    private final Application application;
    private final Map<String, DemoAccount> guests = new ConcurrentHashMap<>();

    private TestServers() {
        database = DemoDatabase.fresh();
        DemoDatabase.guests(database).forEach(g -> guests.put(g.part(), g));
        application = Application.open(DemoDatabase.config(database.endpoint()), DemoDatabase.CLOCK);
    }

    /** Do not close it. */
    public static synchronized TestServers shared() {
        if (shared == null) {
            shared = new TestServers();
            Runtime.getRuntime().addShutdownHook(new Thread(shared.application::close));
        }
        return shared;
    }

    public static TestServers open() {
        return new TestServers();
    }

    public Application application() {
        return application;
    }

    public String url() {
        return "http://127.0.0.1:" + application.port();
    }

    public List<Route> routes() {
        return application.routes();
    }

    public TestBrowser stranger() {
        return new TestBrowser(url());
    }

    /** @param part in the demo: household, neighbour, tenant, owner, elsewhere, moderator, committee ... */
    public DemoAccount guest(String part) {
        return Optional.ofNullable(guests.get(part)).orElseThrow(() -> new IllegalArgumentException(part));
    }

    /** Signed in already, without the time a password takes. */
    public TestBrowser as(String part) {
        return as(guest(part).communityId(), guest(part).person());
    }

    /** Any person who has an account. */
    public TestBrowser as(int community, long person) {
        String token = Tokens.token();
        database.database()
                .plain()
                .run(
                        """
                        insert into sign_in (token_hash, community, person, created_at, expires_at)
                        values ($1, $2, $3, '2026-01-01', '2100-01-01')""",
                        io.vertx.core.buffer.Buffer.buffer(HexFormat.of().parseHex(Sha256.of(token))),
                        community,
                        person);
        return new TestBrowser(url()).with(token);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        application.close();
        database.close();
    }
}
