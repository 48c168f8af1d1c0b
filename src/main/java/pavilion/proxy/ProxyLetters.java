package pavilion.proxy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.account.InvitationCode;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.electorate.Voter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.matter.Matters;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;

/** Letters of authorisation: given on the principal's own phone or typed off paper, revoked, ended by coming oneself. */
public final class ProxyLetters {
    private static final int MOST_DAYS = 366;
    private static final Duration CODE_LIVES = Duration.ofDays(7);

    /** Hears of a letter's end before it is written; what it gives back is done after the commit. */
    public interface Listener {
        Runnable ending(Tx tx, ProxyLetter letter);
    }

    /**
     * What a letter shall say.
     *
     * @param key of the form: sent twice it is one letter
     */
    record Wish(long voter, String instruction, LocalDate from, LocalDate to, LocalDate signed, String key) {}

    /** @param stands whether a poll is open that was opened with it: there it counts to the end */
    record Revoked(ProxyLetter letter, boolean stands) {}

    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Electorates electorates;
    private final List<Listener> listeners = new ArrayList<>();

    public ProxyLetters(Database db, Clock clock, Matters matters, Electorates electorates) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.electorates = electorates;
    }

    public void hear(Listener listener) {
        listeners.add(listener);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
    }

    Optional<ProxyScope> scope(int community, @Nullable Long session, @Nullable Long matter) {
        return ProxyLetterStore.scope(db.plain(), community, session, matter);
    }

    /** Of the matter that says who votes. */
    Rule rule(Tx tx, ProxyScope scope) {
        return matters.find(tx, scope.community(), scope.governing())
                .map(matters::rule)
                .orElseThrow(() -> new Refused("proxy.refused.no-matter"));
    }

    /** The voices that this person has, and may therefore give to another. */
    List<Voter> voices(Tx tx, ProxyScope scope, long person) {
        return electorates.votersOf(tx, scope.community(), scope.path(), rule(tx, scope), person);
    }

    List<Voter> roll(Tx tx, ProxyScope scope) {
        return electorates
                .freeze(tx, scope.community(), scope.path(), rule(tx, scope))
                .voters();
    }

    /** The principal's own letter, to whoever shows this code. */
    ProxyLetter give(ProxyScope scope, Wish wish, String typedCode, CurrentUser me) {
        return db.transact(tx -> {
            ProxyLetterStore.alone(tx, scope.community());
            Rule rule = rule(tx, scope);
            if (rule.binding() && me.level() < 2) {
                throw new Refused("poll.why.level");
            }
            Voter seat = voices(tx, scope, me.person()).stream()
                    .filter(each -> each.voter() == wish.voter())
                    .findFirst()
                    .orElseThrow(() -> new Refused("proxy.refused.not-yours"));
            String code = InvitationCode.normal(typedCode);
            ProxyHolderStore.Person holder = Optional.ofNullable(code)
                    .flatMap(c -> ProxyHolderStore.byCode(tx, scope.community(), scope.path(), c, clock.instant()))
                    .orElseThrow(() -> new Refused("proxy.refused.code"));
            return write(tx, rule, scope, wish, seat, holder, null, "resident");
        });
    }

    /** A letter of paper, typed by a clerk, who stands beside it. */
    ProxyLetter enter(ProxyScope scope, Wish wish, long holder, Actor clerk) {
        return db.transact(tx -> {
            ProxyLetterStore.alone(tx, scope.community());
            Rule rule = rule(tx, scope);
            Voter seat = roll(tx, scope).stream()
                    .filter(each -> each.voter() == wish.voter())
                    .findFirst()
                    .orElseThrow(() -> new Refused("proxy.refused.not-on-roll"));
            ProxyHolderStore.Person person = ProxyHolderStore.byId(tx, scope.community(), scope.path(), holder)
                    .orElseThrow(() -> new Refused("proxy.refused.holder"));
            return write(tx, rule, scope, wish, seat, person, clerk.person(), clerk.post());
        });
    }

    private ProxyLetter write(
            Tx tx,
            Rule rule,
            ProxyScope asked,
            Wish wish,
            Voter seat,
            ProxyHolderStore.Person holder,
            @Nullable Long enteredBy,
            String post) {
        int community = asked.community();
        Optional<ProxyLetter> before = ProxyLetterStore.byKey(tx, community, seat.voter(), wish.key());
        if (before.isPresent()) {
            return before.get();
        }
        // Read again now that nobody else writes: a poll may have been opened since the form was shown.
        ProxyScope scope = ProxyLetterStore.scope(tx, community, asked.session(), asked.matter())
                .orElseThrow(() -> new Refused("proxy.refused.over"));
        Instant now = clock.instant();
        refuse(scope.over(), "proxy.refused.over");
        refuse(scope.voting(), "proxy.refused.voting");
        if (rule.terms().proxies().forbidden()) {
            throw new Refused("proxy.refused.rule", rule.name(), rule.source());
        }
        period(wish);
        refuse(!holder.adult(), "proxy.refused.child");
        refuse(!holder.near(), "proxy.refused.elsewhere");
        Long principal = seat.person();
        refuse(principal != null && principal == holder.id(), "proxy.refused.self");
        ProxyLetterStore.expire(tx, community, seat.voter(), today(), now);
        refuseTooMany(tx, rule, scope, seat, holder);
        String name = principal == null
                ? seat.label()
                : ProxyHolderStore.byId(tx, community, scope.path(), principal)
                        .map(ProxyHolderStore.Person::name)
                        .orElse(seat.label());
        ProxyLetter letter = new ProxyLetter(
                community,
                0,
                scope.session(),
                scope.matter(),
                scope.title(),
                scope.path(),
                seat.voter(),
                seat.label(),
                principal,
                name,
                holder.id(),
                holder.name(),
                wish.instruction(),
                wish.from(),
                wish.to(),
                wish.signed(),
                enteredBy,
                now,
                null,
                null);
        long id = ProxyLetterStore.create(tx, letter, wish.key());
        ProxyLetter given = ProxyLetterStore.find(tx, community, id).orElseThrow();
        AuditStore.append(
                tx, community, given.chain(), "proxy.given", post, given.act().encode(), now);
        return given;
    }

    private void period(Wish wish) {
        refuse(wish.to().isBefore(wish.from()), "proxy.refused.period");
        refuse(wish.to().isBefore(today()), "proxy.refused.past");
        refuse(wish.to().isAfter(wish.from().plusDays(MOST_DAYS)), "proxy.refused.long");
        refuse(wish.signed().isAfter(today()), "proxy.refused.signed");
    }

    private void refuseTooMany(Tx tx, Rule rule, ProxyScope scope, Voter seat, ProxyHolderStore.Person holder) {
        List<ProxyLetter> others =
                ProxyLetterStore.standing(tx, scope.community(), scope.session(), scope.matter(), today());
        Long principal = seat.person();
        refuse(others.stream().anyMatch(l -> l.voter() == seat.voter()), "proxy.refused.already");
        // No chain: who holds for others comes, and who has given the own voice away holds for nobody.
        refuse(principal != null && others.stream().anyMatch(l -> l.holder() == principal), "proxy.refused.holds");
        refuse(
                others.stream().anyMatch(l -> l.principal() != null && l.principal() == holder.id()),
                "proxy.refused.given-away");
        int limit = rule.terms().proxies().limit();
        if (others.stream()
                        .filter(l -> l.holder() == holder.id())
                        .map(ProxyLetter::voter)
                        .distinct()
                        .count()
                >= limit) {
            throw new Refused("proxy.refused.limit", limit);
        }
    }

    private static void refuse(boolean wrong, String key) {
        if (wrong) {
            throw new Refused(key);
        }
    }

    /** By the principal at any time, or by a clerk who was told so. Said twice it is revoked once. */
    Revoked revoke(int community, long id, String post) {
        List<Runnable> after = new ArrayList<>();
        Revoked revoked = db.transact(tx -> {
            ProxyLetter letter =
                    ProxyLetterStore.find(tx, community, id).orElseThrow(() -> new Refused("proxy.refused.none"));
            // The meeting is locked before the letter, as everywhere, so that two never wait for each other.
            listeners.forEach(each -> after.add(each.ending(tx, letter)));
            ProxyLetter now = ProxyLetterStore.lock(tx, community, id).orElseThrow();
            if (now.endedAt() == null) {
                end(tx, now, "revoked", post);
            }
            return new Revoked(now, ProxyLetterStore.inUse(tx, now));
        });
        after.forEach(Runnable::run);
        return revoked;
    }

    private void end(Tx tx, ProxyLetter letter, String why, String post) {
        Instant now = clock.instant();
        ProxyLetterStore.end(tx, letter, why, now);
        AuditStore.append(
                tx,
                letter.community(),
                letter.chain(),
                "proxy." + why,
                post,
                letter.act().encode(),
                now);
    }

    /** The principal came: the letter is over. */
    public void came(Tx tx, ProxyLetter letter) {
        end(tx, letter, "came", "resident");
    }

    /** In force today for this meeting: given by these voters, or held by this person. */
    public List<ProxyLetter> concerning(Tx tx, int community, long session, List<Long> voters, long person) {
        return ProxyLetterStore.concerning(tx, community, session, voters, person, today());
    }

    /** Whether somebody who may have no voice of their own holds a letter for this meeting today. */
    public boolean holds(Tx tx, int community, long session, long person) {
        return !concerning(tx, community, session, List.of(), person).isEmpty();
    }

    /** In force today for this meeting, by everybody. */
    public List<ProxyLetter> inForce(Tx tx, int community, long session) {
        LocalDate today = today();
        return ProxyLetterStore.standing(tx, community, session, null, today).stream()
                .filter(letter -> letter.inForce(today))
                .toList();
    }

    /** Those that a poll on this matter is opened with; none where its rule forbids proxies. */
    public List<ProxyLetter> forPoll(Tx tx, int community, @Nullable Long session, long matter, Rule rule) {
        return rule.terms().proxies().forbidden()
                ? List.of()
                : ProxyLetterStore.forPoll(tx, community, session, matter, today());
    }

    public void use(Tx tx, int community, long poll, List<ProxyLetter> letters) {
        ProxyLetterStore.use(tx, community, poll, letters);
    }

    /** What a poll was opened with, so far as this person holds it or gave it. */
    public List<ProxyLetter> used(Tx tx, int community, long poll, long person) {
        return ProxyLetterStore.used(tx, community, poll, person);
    }

    /** Shown to whoever wants to give this person a letter; the same one for as long as it is asked for. */
    String code(int community, long person) {
        Instant now = clock.instant();
        return ProxyHolderStore.keepCode(
                db.plain(), community, person, InvitationCode.fresh(), now, now.plus(CODE_LIVES));
    }
}
