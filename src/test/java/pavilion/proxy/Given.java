package pavilion.proxy;

import java.time.LocalDate;
import pavilion.db.Tx;
import pavilion.matter.Actor;
import pavilion.web.Viewer;

/** Letters as tests of other rooms give them. */
public final class Given {
    private final Letters letters;
    private final long session;

    public Given(Letters letters, long session) {
        this.letters = letters;
        this.session = session;
    }

    private Scope scope() {
        return letters.scope(1, session, null).orElseThrow();
    }

    private Letters.Wish wish(long voter, int from, int to, String key) {
        LocalDate today = letters.today();
        return new Letters.Wish(voter, "", today.plusDays(from), today.plusDays(to), today, key);
    }

    public long byPhone(Viewer me, long voter, long holder, String key) {
        return letters.give(scope(), wish(voter, 0, 7, key), letters.code(1, holder), me)
                .id();
    }

    public long withCode(Viewer me, long voter, String code) {
        return letters.give(scope(), wish(voter, 0, 7, "k" + code), code, me).id();
    }

    public long onPaper(long voter, long holder, int from, int to) {
        return onPaper(scope(), voter, holder, from, to);
    }

    public long forMatter(long matter, long voter, long holder) {
        return onPaper(letters.scope(1, null, matter).orElseThrow(), voter, holder, 0, 7);
    }

    private long onPaper(Scope scope, long voter, long holder, int from, int to) {
        Letters.Wish wish = wish(voter, from, to, voter + "-" + holder + "-" + from + "-" + to + "-" + scope.query());
        return letters.enter(scope, wish, holder, new Actor(290L, "committee")).id();
    }

    /** @return whether it stands in a poll that is open */
    public boolean revoke(long letter) {
        return letters.revoke(1, letter, "resident").stands();
    }

    public static String why(Tx tx, long letter) {
        return String.valueOf(LetterStore.find(tx, 1, letter).orElseThrow().endedWhy());
    }
}
