package pavilion.walk;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Tokens;
import pavilion.rules.Sha256;

/** One of those who walk: signed in as somebody of the demo, or as nobody. */
final class Walker {
    /** As many as a person may send in a minute, with a margin: the walk is not about the limit. */
    private static final int A_MINUTE = 110;

    private static final int KEPT = 5;

    record Account(int community, long person) {}

    /** A form as it was filled, to be sent again when it has become old. */
    record FilledForm(PageForm form, java.util.List<FormEntry> entries) {}

    final ReentrantLock turn = new ReentrantLock();
    final WalkBrowser browser;
    private final String part;
    private final String community;
    private final @Nullable Account account;
    private final WalkedServer server;
    private final Deque<FilledForm> kept = new ArrayDeque<>();
    private final Deque<Long> sent = new ArrayDeque<>();
    private String at;
    private @Nullable String session;

    /** @param account null for somebody who is not signed in */
    Walker(WalkedServer server, String part, String community, @Nullable Account account, String language) {
        this.server = server;
        this.part = part;
        this.community = community;
        this.account = account;
        this.browser = new WalkBrowser(server, language);
        this.at = start();
    }

    String part() {
        return part;
    }

    /** Without what tells those apart who may do the same. */
    String kind() {
        return part.replaceAll("[0-9]+", "").strip();
    }

    /** Has to do with one session alone: the address of its page. */
    Walker of(String only) {
        session = only;
        return this;
    }

    /** @param page of a session */
    boolean concernedBy(String page) {
        return account != null && (session == null ? page.startsWith("/c/" + community + "/") : page.equals(session));
    }

    boolean rehearses() {
        return session != null;
    }

    boolean moderates() {
        return part.contains("moderator");
    }

    boolean nobody() {
        return account == null;
    }

    String start() {
        return account == null ? "/" : "/c/" + community + "/today";
    }

    String at() {
        return at;
    }

    void goTo(String path) {
        at = path;
    }

    /** Without the time that a password takes. */
    void signIn() {
        if (account == null || browser.signedIn()) {
            return;
        }
        String token = Tokens.token();
        server.database()
                .plain()
                .run(
                        """
                        insert into sign_in (token_hash, community, person, created_at, expires_at)
                        values ($1, $2, $3, '2026-01-01', '2100-01-01')""",
                        Buffer.buffer(HexFormat.of().parseHex(Sha256.of(token))),
                        account.community(),
                        account.person());
        browser.signedInBy(token);
    }

    /** A sign-in lapses when the clock is moved, and ends with a sign-out elsewhere. */
    void signInAgain(PageAnswer answer) {
        if (answer.status() == PageAnswer.UNAUTHORIZED && account != null) {
            browser.forget();
            signIn();
        }
    }

    boolean mayPost() {
        long now = System.nanoTime();
        while (!sent.isEmpty() && now - sent.peekFirst() > 60_000_000_000L) {
            sent.removeFirst();
        }
        return sent.size() < A_MINUTE;
    }

    void posted() {
        sent.addLast(System.nanoTime());
    }

    void keep(FilledForm form) {
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(form);
    }

    @Nullable
    FilledForm oldest() {
        return kept.peekFirst();
    }

    @Override
    public String toString() {
        return part;
    }
}
