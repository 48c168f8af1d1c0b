package pavilion.proxy;

import java.time.LocalDate;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;

/** Letters as tests of other rooms give them. */
public final class SampleLetters {
    private final ProxyLetters letters;
    private final long session;

    public SampleLetters(ProxyLetters letters, long session) {
        this.letters = letters;
        this.session = session;
    }

    private ProxyScope scope() {
        return letters.scope(1, session, null).orElseThrow();
    }

    private ProxyLetters.Wish wish(long voter, int from, int to, String key) {
        LocalDate today = letters.today();
        return new ProxyLetters.Wish(voter, "", today.plusDays(from), today.plusDays(to), today, key);
    }

    public long byPhone(CurrentUser me, long voter, long holder, String key) {
        return letters.give(scope(), wish(voter, 0, 7, key), letters.code(1, holder), me)
                .id();
    }

    public long withCode(CurrentUser me, long voter, String code) {
        return letters.give(scope(), wish(voter, 0, 7, "k" + code), code, me).id();
    }

    public long onPaper(long voter, long holder, int from, int to) {
        return onPaper(scope(), voter, holder, from, to);
    }

    public long forMatter(long matter, long voter, long holder) {
        return onPaper(letters.scope(1, null, matter).orElseThrow(), voter, holder, 0, 7);
    }

    private long onPaper(ProxyScope scope, long voter, long holder, int from, int to) {
        ProxyLetters.Wish wish =
                wish(voter, from, to, voter + "-" + holder + "-" + from + "-" + to + "-" + scope.query());
        return letters.enter(scope, wish, holder, new Actor(290L, "committee")).id();
    }

    /** @return whether it stands in a poll that is open */
    public boolean revoke(long letter) {
        return letters.revoke(1, letter, "resident").stands();
    }

    public static String why(Tx tx, long letter) {
        return String.valueOf(ProxyLetterStore.find(tx, 1, letter).orElseThrow().endedWhy());
    }
}
