package pavilion.proxy;

import java.time.LocalDate;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;

/** Gives letters for one session as tests need them. */
final class SampleLetters {
    private final ProxyGrants grants;
    private final ProxyLetters letters;
    private final long session;

    SampleLetters(ProxyGrants grants, ProxyLetters letters, long session) {
        this.grants = grants;
        this.letters = letters;
        this.session = session;
    }

    private ProxyScope scope() {
        return grants.scope(1, session, null).orElseThrow();
    }

    private LetterDraft draft(long voter, int from, int to, String key) {
        LocalDate today = letters.today();
        return new LetterDraft(voter, "", new ProxyLetter.Term(today.plusDays(from), today.plusDays(to), today), key);
    }

    public long byPhone(CurrentUser me, long voter, long holder, String key) {
        return grants.give(scope(), draft(voter, 0, 7, key), grants.code(1, holder), me)
                .id();
    }

    public long withCode(CurrentUser me, long voter, String code) {
        return grants.give(scope(), draft(voter, 0, 7, "k" + code), code, me).id();
    }

    public long onPaper(long voter, long holder, int from, int to) {
        return onPaper(scope(), voter, holder, from, to);
    }

    public long forMatter(long matter, long voter, long holder) {
        return forMatter(matter, voter, holder, 0, 7);
    }

    public long forMatter(long matter, long voter, long holder, int from, int to) {
        return onPaper(grants.scope(1, null, matter).orElseThrow(), voter, holder, from, to);
    }

    private long onPaper(ProxyScope scope, long voter, long holder, int from, int to) {
        LetterDraft draft = draft(
                voter,
                from,
                to,
                voter + "-" + holder + "-" + from + "-" + to + "-"
                        + scope.subject().query());
        return grants.enter(scope, draft, holder, new Actor(290L, "committee")).id();
    }

    /** @return whether it stands in a poll that is open */
    public boolean revoke(long letter) {
        return letters.revoke(1, letter, "resident").stands();
    }

    public static String why(Tx tx, long letter) {
        return ProxyLetterStore.find(tx, 1, letter).orElseThrow().ended().why().key();
    }
}
