package pavilion.proxy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

/** Giving a letter of authorisation, on the principal's own phone or on paper that a clerk types in. */
final class ProxyGrants {
    private static final Duration CODE_VALID = Duration.ofDays(7);

    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Electorates electorates;
    private final ProxyLetters letters;

    ProxyGrants(Database db, Clock clock, Matters matters, Electorates electorates, ProxyLetters letters) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.electorates = electorates;
        this.letters = letters;
    }

    Optional<ProxyScope> scope(int community, @Nullable Long session, @Nullable Long matter) {
        return ProxyLetterStore.scope(db.plain(), community, session, matter);
    }

    /** The rule of the matter that says who votes. */
    private Rule rule(Tx tx, ProxyScope scope) {
        return matters.find(tx, scope.community(), scope.governing())
                .map(matters::rule)
                .orElseThrow(() -> new Refused("proxy.refused.no-matter"));
    }

    /** Those this person votes for, and whose vote they may therefore give to another. */
    List<Voter> votersOf(Tx tx, ProxyScope scope, long person) {
        return electorates.votersOf(tx, scope.community(), scope.path(), rule(tx, scope), person);
    }

    List<Voter> roll(Tx tx, ProxyScope scope) {
        return electorates
                .freeze(tx, scope.community(), scope.path(), rule(tx, scope))
                .voters();
    }

    /** The principal's own letter, to whoever shows this code. */
    ProxyLetter give(ProxyScope scope, LetterDraft draft, String typedCode, CurrentUser me) {
        return written(tx -> {
            ProxyLetterStore.alone(tx, scope.community());
            Rule rule = rule(tx, scope);
            if (rule.binding() && me.level() < 2) {
                throw new Refused("poll.why.level");
            }
            Voter voter = votersOf(tx, scope, me.person()).stream()
                    .filter(each -> each.voter() == draft.voter())
                    .findFirst()
                    .orElseThrow(() -> new Refused("proxy.refused.not-yours"));
            String code = InvitationCode.normal(typedCode);
            ProxyHolderStore.Holder holder = Optional.ofNullable(code)
                    .flatMap(c -> ProxyHolderStore.byCode(tx, scope.community(), scope.path(), c, clock.instant()))
                    .orElseThrow(() -> new Refused("proxy.refused.code"));
            return write(tx, rule, scope, draft, voter, holder, null, "resident");
        });
    }

    /** A letter on paper, typed in by a clerk, whose name is kept with it. */
    ProxyLetter enter(ProxyScope scope, LetterDraft draft, long holder, Actor clerk) {
        return written(tx -> {
            ProxyLetterStore.alone(tx, scope.community());
            Rule rule = rule(tx, scope);
            Voter voter = roll(tx, scope).stream()
                    .filter(each -> each.voter() == draft.voter())
                    .findFirst()
                    .orElseThrow(() -> new Refused("proxy.refused.not-on-roll"));
            ProxyHolderStore.Holder person = ProxyHolderStore.byId(tx, scope.community(), scope.path(), holder)
                    .orElseThrow(() -> new Refused("proxy.refused.holder"));
            return write(tx, rule, scope, draft, voter, person, clerk.person(), clerk.post());
        });
    }

    /** Whoever is told of the letter goes on after the commit. */
    private ProxyLetter written(Function<Tx, ProxyLetter> writing) {
        List<Runnable> after = new ArrayList<>();
        ProxyLetter letter = db.transact(tx -> {
            ProxyLetter fresh = writing.apply(tx);
            after.addAll(letters.given(tx, fresh));
            return fresh;
        });
        after.forEach(Runnable::run);
        return letter;
    }

    private ProxyLetter write(
            Tx tx,
            Rule rule,
            ProxyScope asked,
            LetterDraft draft,
            Voter voter,
            ProxyHolderStore.Holder holder,
            @Nullable Long enteredBy,
            String post) {
        int community = asked.community();
        Optional<ProxyLetter> before = ProxyLetterStore.byKey(tx, community, voter.voter(), draft.key());
        if (before.isPresent()) {
            return before.get();
        }
        // Read again now that nobody else writes: a poll may have been opened since the form was shown.
        ProxyScope scope = ProxyLetterStore.scope(
                        tx,
                        community,
                        asked.subject().session(),
                        asked.subject().matter())
                .orElseThrow(() -> new Refused("proxy.refused.over"));
        Instant now = clock.instant();
        ProxyLimits limits = new ProxyLimits(rule, scope, letters.today());
        limits.checkScope();
        ProxySubject subject = scope.subject();
        ProxyLetter.Term term =
                subject.session() == null ? draft.term() : draft.term().untilTheEnd();
        limits.checkTerm(term);
        if (subject.session() != null
                && !ProxyLetterStore.listed(tx, community, subject.session(), voter.voter(), voter.person())) {
            throw new Refused("proxy.refused.locked");
        }
        limits.checkHolder(voter, holder);
        ProxyLetterStore.expire(tx, community, voter.voter(), letters.today(), now);
        limits.checkOthers(
                ProxyLetterStore.standing(tx, community, subject.session(), subject.matter(), letters.today()),
                voter,
                holder);
        Long principal = voter.person();
        String name = principal == null
                ? voter.label()
                : ProxyHolderStore.byId(tx, community, scope.path(), principal)
                        .map(ProxyHolderStore.Holder::name)
                        .orElse(voter.label());
        ProxyLetter letter = new ProxyLetter(
                community,
                0,
                subject,
                new ProxyLetter.Parties(voter.voter(), voter.label(), principal, name, holder.id(), holder.name()),
                draft.instruction(),
                term,
                new ProxyLetter.Granted(enteredBy, now),
                null);
        long id = ProxyLetterStore.create(tx, letter, draft.key());
        ProxyLetter given = ProxyLetterStore.find(tx, community, id).orElseThrow();
        AuditStore.append(
                tx,
                community,
                given.subject().chain(),
                "proxy.given",
                post,
                given.act().encode(),
                now);
        return given;
    }

    /** Shown to whoever wants to give this person a letter; the same one for as long as it is asked for. */
    String code(int community, long person) {
        Instant now = clock.instant();
        return ProxyHolderStore.keepCode(
                db.plain(), community, person, InvitationCode.fresh(), now, now.plus(CODE_VALID));
    }
}
