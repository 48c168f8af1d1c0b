package pavilion.rehearse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.identity.Tokens;
import pavilion.live.ChannelKey;
import pavilion.rehearse.SessionSetupStore.Home;
import pavilion.rehearse.SessionSetupStore.Yard;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;

/** Sets a meeting up to be rehearsed, in a community of its own that only the demo has: nobody in it is real. */
public final class SessionSetup {
    public static final int MOST = 5_000;
    private static final int MOST_EVER = 100_000;
    private static final String CODE = "rehearsal";
    private static final String NAMED = "yard.consult";
    private static final String SECRET = "rc26.meeting";

    private final Database db;
    private final Clock clock;
    private final Runnable founded;

    /** @param founded told when there is a new community */
    public SessionSetup(Database db, Clock clock, Runnable founded) {
        this.db = db;
        this.clock = clock;
        this.founded = founded;
    }

    /**
     * @param name of everything invented here
     * @return where the meeting is, and one sign-in for each household and one for the moderator
     * @throws Refused if there were too many rehearsals already
     */
    public JsonObject set(int people, boolean secret, String name) {
        JsonObject set = db.transact(tx -> {
            SessionSetupStore.lock(tx);
            if (SessionSetupStore.people(tx, CODE) + people > MOST_EVER) {
                throw new Refused("rehearse.refused.full", MOST_EVER);
            }
            Instant now = clock.instant();
            Yard root = SessionSetupStore.root(tx, CODE).orElseGet(() -> SessionSetupStore.found(tx, CODE, name));
            int here = root.community();
            long yard = SessionSetupStore.courtyard(tx, root, name);
            List<Home> homes = SessionSetupStore.households(tx, here, yard, name, people);
            long moderator = SessionSetupStore.moderator(tx, here, yard, name);
            List<Long> all = Stream.concat(Stream.of(moderator), homes.stream().map(Home::person))
                    .toList();
            SessionSetupStore.accounts(tx, here, all, now);
            List<String> tokens = all.stream().map(p -> Tokens.token()).toList();
            SessionSetupStore.signIns(
                    tx, here, all, tokens.stream().map(Sha256::of).toList(), now);
            long matter = SessionSetupStore.matter(
                    tx, here, yard, homes.getFirst().person(), secret ? SECRET : NAMED, "session", name, now);
            long session = SessionSetupStore.session(tx, here, yard, matter, name, now);
            return new JsonObject()
                    .put("at", "/c/" + CODE)
                    .put("session", session)
                    .put("channel", new ChannelKey("session", here, session).toString())
                    .put("moderator", tokens.getFirst())
                    .put("people", new JsonArray(tokens.subList(1, tokens.size())));
        });
        founded.run();
        db.analyze();
        return set;
    }
}
