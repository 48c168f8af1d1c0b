package pavilion.proxy;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.text.CommunityTime;

/** The table {@code proxy_letter}, and {@code proxy_use}: the letters that a poll's roll was frozen with. */
final class ProxyLetterStore {
    private static final String SELECT = """
            select l.*, coalesce(s.title, m.number || ' ' || m.title) as title, p.path,
                case when l.session is null then m.state = 'ended' else s.state in ('closed', 'off') end as over
            from proxy_letter l
            left join session s on s.community = l.community and s.id = l.session
            left join matter m on m.community = l.community and m.id = l.matter
            join place p on p.community = l.community and p.id = coalesce(s.place, m.place)
            """;

    /** Letters for session $2 or matter $3, for a session on that matter, or for a matter of that session. */
    private static final String TOUCHES = """
            where l.community = $1 and l.ended_at is null and (l.session = $2 or l.matter = $3 or exists (
                select 1 from agenda_item a where a.community = l.community
                    and ((a.session = l.session and a.matter = $3) or (a.session = $2 and a.matter = l.matter))))
            """;

    /** A letter without a last day stands until its session ends. */
    private static final String STANDING =
            " and (l.to_day >= $4 or (l.to_day is null and s.state not in ('closed', 'off'))) ";

    private static final String IN_FORCE = " and l.from_day <= $4 " + STANDING;

    private ProxyLetterStore() {}

    /** Until this transaction ends nobody else gives a letter in this community, so that limits hold. */
    static void alone(Tx tx, int community) {
        tx.query("select pg_advisory_xact_lock(165, $1)", community);
    }

    static Optional<ProxyScope> scope(Tx tx, int community, @Nullable Long session, @Nullable Long matter) {
        return tx.first(
                row -> new ProxyScope(
                        community,
                        subject(row),
                        day(row.getOffsetDateTime("starts_at")),
                        row.getBoolean("voting"),
                        row.getLong("governing")),
                """
                select s.id as session, null::bigint as matter, s.title, p.path, s.starts_at, s.state in ('closed', 'off') as over,
                    exists (select 1 from poll o where o.community = $1 and o.session = s.id and o.state = 'open') as voting,
                    coalesce((select a.matter from agenda_item a where a.community = $1 and a.session = s.id
                        and a.matter is not null order by a.ordinal <> s.current, a.ordinal limit 1), 0) as governing
                from session s join place p on p.community = s.community and p.id = s.place
                where s.community = $1 and s.id = $2
                union all
                select null, m.id, m.number || ' ' || m.title, p.path, null, m.state = 'ended',
                    exists (select 1 from poll o where o.community = $1 and o.matter = m.id and o.state = 'open'), m.id
                from matter m join place p on p.community = m.community and p.id = m.place
                where m.community = $1 and m.id = $3
                """,
                community,
                session,
                matter);
    }

    private static ProxySubject subject(Row row) {
        return new ProxySubject(
                row.getLong("session"),
                row.getLong("matter"),
                row.getString("title"),
                row.getString("path"),
                row.getBoolean("over"));
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(CommunityTime.ZONE).toLocalDate();
    }

    static Optional<ProxyLetter> find(Tx tx, int community, long id) {
        return tx.first(ProxyLetterStore::letter, SELECT + "where l.community = $1 and l.id = $2", community, id);
    }

    static Optional<ProxyLetter> lock(Tx tx, int community, long id) {
        return tx.first(
                ProxyLetterStore::letter,
                SELECT + "where l.community = $1 and l.id = $2 for update of l",
                community,
                id);
    }

    static Optional<ProxyLetter> byKey(Tx tx, int community, long voter, String key) {
        return tx.first(
                ProxyLetterStore::letter,
                SELECT + "where l.community = $1 and l.voter = $2 and l.request_key = $3",
                community,
                voter,
                key);
    }

    /** Given or held by this person, the newest first. */
    static List<ProxyLetter> of(Tx tx, int community, long person) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT
                        + "where l.community = $1 and (l.principal = $2 or l.holder = $2) order by l.given_at desc, l.id desc limit 60",
                community,
                person);
    }

    /** All that were ever given for a session or a matter, those that ended too. */
    static List<ProxyLetter> all(Tx tx, ProxyScope scope) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT
                        + "where l.community = $1 and (l.session = $2 or l.matter = $3) order by l.ended_at nulls first, l.label",
                scope.community(),
                scope.subject().session(),
                scope.subject().matter());
    }

    /** Not ended and not run out, whether or not their first day has come. */
    static List<ProxyLetter> standing(
            Tx tx, int community, @Nullable Long session, @Nullable Long matter, LocalDate day) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT + TOUCHES + STANDING + "order by l.label",
                community,
                session,
                matter,
                day);
    }

    /** In force on this day for a session, given by these voters or held by this person. */
    static List<ProxyLetter> concerning(
            Tx tx, int community, long session, List<Long> voters, long person, LocalDate day) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT + TOUCHES + IN_FORCE + " and (l.voter = any($5) or l.holder = $6) order by l.label",
                community,
                session,
                null,
                day,
                voters.toArray(Long[]::new),
                person);
    }

    /** In force on this day for a session, given or held by this person. */
    static List<ProxyLetter> ofPerson(Tx tx, int community, long session, long person, LocalDate day) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT + TOUCHES + IN_FORCE + " and (l.principal = $5 or l.holder = $5) order by l.label",
                community,
                session,
                null,
                day,
                person);
    }

    /** In force on this day for a poll; locked, so that none is revoked before the roll is frozen. */
    static List<ProxyLetter> forPoll(Tx tx, int community, @Nullable Long session, long matter, LocalDate day) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT
                        + "where l.community = $1 and l.ended_at is null and (l.session = $2 or l.matter = $3)"
                        + IN_FORCE
                        + "order by l.label for share of l",
                community,
                session,
                matter,
                day);
    }

    static long create(Tx tx, ProxyLetter letter, String key) {
        return tx.first(
                        row -> row.getLong(0),
                        """
                        insert into proxy_letter (community, session, matter, voter, label, principal, principal_name, holder,
                            holder_name, instruction, from_day, to_day, signed_on, entered_by, given_at, request_key)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id
                        """,
                        letter.community(),
                        letter.subject().session(),
                        letter.subject().matter(),
                        letter.parties().voter(),
                        letter.parties().label(),
                        letter.parties().principal(),
                        letter.parties().principalName(),
                        letter.parties().holder(),
                        letter.parties().holderName(),
                        letter.instruction(),
                        letter.term().from(),
                        letter.term().to(),
                        letter.term().signed(),
                        letter.granted().enteredBy(),
                        Times.at(letter.granted().at()),
                        key)
                .orElseThrow();
    }

    static void end(Tx tx, ProxyLetter letter, LetterState why, Instant now) {
        tx.run(
                "update proxy_letter set ended_at = $3, ended_why = $4 where community = $1 and id = $2",
                letter.community(),
                letter.id(),
                Times.at(now),
                why.key());
    }

    /**
     * Letters for a session that ended because these voters came, not before the given moment, and that nothing stands in the way
     * of: neither the voter nor the holder has been given another place by a later letter.
     */
    static List<ProxyLetter> endedByComing(Tx tx, int community, long session, List<Long> voters, Instant since) {
        return tx.list(
                ProxyLetterStore::letter,
                SELECT + """
                where l.community = $1 and l.voter = any($3) and l.ended_why = 'came' and l.ended_at >= $4
                    and (l.session = $2 or exists (select 1 from agenda_item a
                        where a.community = l.community and a.session = $2 and a.matter = l.matter))
                    and not exists (select 1 from proxy_letter n where n.community = l.community and n.given_at > l.ended_at
                        and (n.voter = l.voter or n.holder = l.holder or n.principal = l.holder or n.holder = l.principal))
                order by l.id for update of l
                """,
                community,
                session,
                voters.toArray(Long[]::new),
                Times.at(since));
    }

    /** It did not end after all. */
    static void restore(Tx tx, ProxyLetter letter) {
        tx.run(
                "update proxy_letter set ended_at = null, ended_why = null where community = $1 and id = $2",
                letter.community(),
                letter.id());
    }

    /** The voter is on the roll that the session was locked with, cast by the same person; true too where none is locked. */
    static boolean listed(Tx tx, int community, long session, long voter, @Nullable Long person) {
        return tx.first(row -> true, """
                        select 1 where not exists (select 1 from session_roll where community = $1 and session = $2 and listed)
                            or exists (select 1 from session_voter where community = $1 and session = $2 and voter = $3
                                and person is not distinct from $4)
                        """, community, session, voter, person).isPresent();
    }

    /** A letter that has expired makes way for a new one. */
    static void expire(Tx tx, int community, long voter, LocalDate day, Instant now) {
        tx.run("""
                update proxy_letter set ended_at = $4, ended_why = 'expired'
                where community = $1 and voter = $2 and ended_at is null and to_day < $3
                """, community, voter, day, Times.at(now));
    }

    static void use(Tx tx, int community, long poll, List<ProxyLetter> letters) {
        tx.run(
                "insert into proxy_use (community, poll, voter, letter) select $1, $2, * from unnest($3::bigint[], $4::bigint[])",
                community,
                poll,
                letters.stream().map(ProxyLetter::voter).toArray(Long[]::new),
                letters.stream().map(ProxyLetter::id).toArray(Long[]::new));
    }

    /** The letters that a poll was opened with and that this person holds or gave. */
    static List<ProxyLetter> used(Tx tx, int community, long poll, long person) {
        return tx.list(ProxyLetterStore::letter, SELECT + """
                join proxy_use u on u.community = l.community and u.letter = l.id
                where l.community = $1 and u.poll = $2 and (l.holder = $3 or l.principal = $3) order by l.label
                """, community, poll, person);
    }

    private static ProxyLetter letter(Row row) {
        Instant ended = Times.of(row, "ended_at");
        return new ProxyLetter(
                row.getInteger("community"),
                row.getLong("id"),
                subject(row),
                new ProxyLetter.Parties(
                        row.getLong("voter"),
                        row.getString("label"),
                        row.getLong("principal"),
                        row.getString("principal_name"),
                        row.getLong("holder"),
                        row.getString("holder_name")),
                row.getString("instruction"),
                new ProxyLetter.Term(
                        row.getLocalDate("from_day"), row.getLocalDate("to_day"), row.getLocalDate("signed_on")),
                new ProxyLetter.Granted(
                        row.getLong("entered_by"),
                        row.getOffsetDateTime("given_at").toInstant()),
                ended == null ? null : new ProxyLetter.Ended(ended, LetterState.of(row.getString("ended_why"))));
    }
}
