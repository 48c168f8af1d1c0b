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
import pavilion.rehearse.SessionSetupStore.NewHousehold;
import pavilion.rehearse.SessionSetupStore.PlaceId;
import pavilion.roster.CommunityStore;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;

/** Sets up a session to rehearse, in a community of its own that only the demo has: nobody in it is real. */
public final class SessionSetup {
    public static final int MOST = 5_000;
    private static final int MOST_EVER = 100_000;
    private static final String CODE = "rehearsal";
    private static final String NAMED = "yard.consult";
    private static final String SECRET = "rc26.meeting";

    private final Database db;
    private final Clock clock;
    private final Runnable onNewCommunity;

    /** @param onNewCommunity called when there is a new community */
    public SessionSetup(Database db, Clock clock, Runnable onNewCommunity) {
        this.db = db;
        this.clock = clock;
        this.onNewCommunity = onNewCommunity;
    }

    /**
     * @param name given to everything that is invented here
     * @return JSON with the address of the session, one sign-in for each household and one for the moderator
     * @throws Refused if there were too many rehearsals already
     */
    public JsonObject set(int people, boolean secret, String name) {
        JsonObject set = db.transactJob(tx -> {
            CommunityStore.lock(tx);
            if (SessionSetupStore.people(tx, CODE) + people > MOST_EVER) {
                throw new Refused("rehearse.refused.full", MOST_EVER);
            }
            Instant now = clock.instant();
            PlaceId root = SessionSetupStore.root(tx, CODE).orElseGet(() -> SessionSetupStore.found(tx, CODE, name));
            int here = root.community();
            long courtyard = SessionSetupStore.courtyard(tx, root, name);
            List<NewHousehold> households = SessionSetupStore.households(tx, here, courtyard, name, people);
            long moderator = SessionSetupStore.moderator(tx, here, courtyard, name);
            List<Long> all = Stream.concat(
                            Stream.of(moderator), households.stream().map(NewHousehold::person))
                    .toList();
            SessionSetupStore.accounts(tx, here, all, now);
            List<String> tokens = all.stream().map(p -> Tokens.token()).toList();
            SessionSetupStore.signIns(
                    tx, here, all, tokens.stream().map(Sha256::of).toList(), now);
            long matter = SessionSetupStore.matter(
                    tx, here, courtyard, households.getFirst().person(), secret ? SECRET : NAMED, "session", name, now);
            long session = SessionSetupStore.session(tx, here, courtyard, matter, name, now);
            return new JsonObject()
                    .put("at", "/c/" + CODE)
                    .put("session", session)
                    .put("channel", new ChannelKey("session", here, session).toString())
                    .put("moderator", tokens.getFirst())
                    .put("people", new JsonArray(tokens.subList(1, tokens.size())));
        });
        onNewCommunity.run();
        db.analyze();
        return set;
    }
}
