package pavilion.poll;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.electorate.Voter;
import pavilion.rules.Basis;
import pavilion.rules.Secrecy;
import pavilion.rules.method.OptionSet;

/** The table {@code poll} and the frozen electorate beside it. */
final class PollStore {
    private static final String ENTITLED = """
            select e.*, e.left_at is not null and not exists (
                select 1 from poll p join session s on s.community = p.community and s.id = p.session and s.remote
                where p.community = e.community and p.id = e.poll) as gone
            from entitlement e where e.community = $1 and e.poll = $2
            """;

    private static final String SELECT = """
            select p.*, (select count(*) from entitlement e where e.community = p.community and e.poll = p.id)::int as electorate
            from poll p
            """;

    private PollStore() {}

    static Optional<Poll> find(Tx tx, int community, long id) {
        return tx.first(PollStore::poll, SELECT + "where p.community = $1 and p.id = $2", community, id);
    }

    /** The session of the poll is locked before it: whoever changes both locks in that order, so there is no deadlock. */
    static Optional<Poll> lock(Tx tx, int community, long id) {
        tx.first(row -> true, """
                select 1 from session s where s.community = $1
                    and s.id = (select p.session from poll p where p.community = $1 and p.id = $2) for update
                """, community, id);
        return tx.first(
                PollStore::poll, SELECT + "where p.community = $1 and p.id = $2 for no key update of p", community, id);
    }

    static Optional<Poll> newestOfMatter(Tx tx, int community, long matter) {
        return tx.first(
                PollStore::poll,
                SELECT
                        + "where p.community = $1 and p.matter = $2 and p.state <> 'void' and p.purpose = 'decides' order by p.id desc limit 1",
                community,
                matter);
    }

    static List<Poll> ofSession(Tx tx, int community, long session) {
        return tx.list(
                PollStore::poll,
                SELECT + "where p.community = $1 and p.session = $2 and p.state <> 'void' order by p.id",
                community,
                session);
    }

    /** Polls whose time is over; rows that another server is closing are left to it. */
    static List<Poll> due(Tx tx, Instant now) {
        return tx.list(
                PollStore::poll,
                SELECT
                        + "where p.state = 'open' and p.closes_at <= $1 order by p.id limit 20 for no key update of p skip locked",
                Times.at(now));
    }

    static long create(Tx tx, Poll draft) {
        Question question = draft.question();
        OptionSet optionSet = question.optionSet();
        return tx.first(
                        row -> row.getLong(0),
                        """
                        insert into poll (community, matter, session, question, rule, basis, secrecy, closes_at, undo_minutes,
                            purpose, item, subject, slate, by_hands)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id
                        """,
                        draft.community(),
                        draft.matter(),
                        draft.session(),
                        question.text(),
                        draft.rule(),
                        lower(draft.basis()),
                        lower(draft.secrecy()),
                        Times.at(draft.closesAt()),
                        draft.undoMinutes(),
                        lower(question.purpose()),
                        question.item(),
                        question.subject(),
                        optionSet == null ? null : new JsonObject(optionSet.toMap()),
                        question.byHands())
                .orElseThrow();
    }

    static void freeze(Tx tx, int community, long poll, List<PollVoter> voters) {
        tx.run(
                """
                insert into entitlement (community, poll, voter, label, person, area_c, heads, present)
                select $1, $2, * from unnest($3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::int[], $8::boolean[])
                """,
                community,
                poll,
                voters.stream().map(PollVoter::voter).toArray(Long[]::new),
                voters.stream().map(PollVoter::label).toArray(String[]::new),
                voters.stream().map(PollVoter::person).toArray(Long[]::new),
                voters.stream().map(each -> each.entry().areaC()).toArray(Long[]::new),
                voters.stream().map(each -> each.entry().heads()).toArray(Integer[]::new),
                voters.stream().map(PollVoter::present).toArray(Boolean[]::new));
    }

    static void open(Tx tx, int community, long poll, Instant now, @Nullable Integer present, String electorateSha) {
        tx.run("""
                update poll set state = 'open', opened_at = $3, present = $4, electorate_sha = $5, version = version + 1
                where community = $1 and id = $2
                """, community, poll, Times.at(now), present, electorateSha);
    }

    static void extend(Tx tx, Poll poll, Instant closesAt, String reason) {
        tx.run("""
                update poll set extended_from = closes_at, extended_why = $4, closes_at = $3, version = version + 1
                where community = $1 and id = $2
                """, poll.community(), poll.id(), Times.at(closesAt), reason);
    }

    static void close(
            Tx tx, int community, long poll, Instant now, JsonObject tally, JsonObject outcome, String boxSha) {
        tx.run("""
                update poll set state = 'closed', closed_at = $3, tally = $4, outcome = $5, box_sha256 = $6,
                    version = version + 1
                where community = $1 and id = $2
                """, community, poll, Times.at(now), tally, outcome, boxSha);
    }

    static void annul(Tx tx, int community, long poll, Annulment annulment) {
        tx.run("""
                update poll set state = 'void', closed_at = coalesce(closed_at, $3), void_at = $3, void_by = $4,
                    void_reason = $5, version = version + 1
                where community = $1 and id = $2
                """, community, poll, Times.at(annulment.at()), annulment.post(), annulment.reason());
    }

    /** Those that were made void too, for the minutes. */
    static List<Poll> allOfSession(Tx tx, int community, long session) {
        return tx.list(
                PollStore::poll,
                SELECT + "where p.community = $1 and p.session = $2 order by p.id",
                community,
                session);
    }

    /** All that were opened, those that were made void too, the oldest first. */
    static List<Poll> openedOfMatter(Tx tx, int community, long matter) {
        return tx.list(
                PollStore::poll,
                SELECT + "where p.community = $1 and p.matter = $2 and p.state <> 'draft' order by p.id",
                community,
                matter);
    }

    static void touch(Tx tx, int community, long poll) {
        tx.run("update poll set version = version + 1 where community = $1 and id = $2", community, poll);
    }

    /** From now on the projector shows what came out. */
    static boolean show(Tx tx, int community, long poll) {
        return tx.run("""
                update poll set shown = true, version = version + 1
                where community = $1 and id = $2 and state = 'closed' and not shown
                """, community, poll) > 0;
    }

    /** Those on the frozen roll for whom this person casts the ballot. */
    static List<PollVoter> votersOf(Tx tx, int community, long poll, long person) {
        return tx.list(PollStore::voter, ENTITLED + "and e.person = $3 order by e.label", community, poll, person);
    }

    static List<PollVoter> roll(Tx tx, int community, long poll) {
        return tx.list(PollStore::voter, ENTITLED + "order by e.label", community, poll);
    }

    static String placePath(Tx tx, Poll poll) {
        return tx.first(row -> row.getString(0), """
                        select p.path from matter m join place p on p.community = m.community and p.id = m.place
                        where m.community = $1 and m.id = $2
                        """, poll.community(), poll.matter())
                .orElseThrow();
    }

    static List<PollVoter> waiting(Tx tx, Poll poll, String label, int most) {
        return tx.list(PollStore::voter, "select * from (" + ENTITLED + """
                ) e where e.present and not e.gone and strpos(e.label, $3) > 0
                    and not exists (select 1 from ballot b where b.community = $1 and b.poll = $2 and b.voter = e.voter)
                    and not exists (select 1 from turnout t where t.community = $1 and t.poll = $2 and t.voter = e.voter)
                order by e.label limit $4
                """, poll.community(), poll.id(), label, most);
    }

    static PollVoter voter(Row row) {
        Voter entry = new Voter(
                row.getLong("voter"),
                row.getString("label"),
                row.getLong("person"),
                row.getLong("area_c"),
                row.getInteger("heads"));
        return new PollVoter(entry, row.getBoolean("present"), row.getBoolean("gone"));
    }

    private static Poll poll(Row row) {
        return new Poll(
                row.getInteger("community"),
                row.getLong("id"),
                row.getLong("matter"),
                row.getLong("session"),
                question(row),
                new PollRule(
                        row.getString("rule"),
                        Basis.valueOf(upper(row, "basis")),
                        Secrecy.valueOf(upper(row, "secrecy")),
                        row.getInteger("undo_minutes")),
                Poll.State.valueOf(upper(row, "state")),
                row.getLong("version"),
                new PollSchedule(
                        Times.of(row, "opened_at"),
                        Times.of(row, "closes_at"),
                        Times.of(row, "closed_at"),
                        Times.of(row, "extended_from"),
                        row.getString("extended_why")),
                new PollTurnout(
                        row.getInteger("electorate"),
                        row.getInteger("present"),
                        row.getString("electorate_sha"),
                        row.getInteger("cast_count"),
                        row.getInteger("gone")),
                result(row),
                annulment(row));
    }

    private static @Nullable Annulment annulment(Row row) {
        String reason = row.getString("void_reason");
        return reason == null ? null : new Annulment(reason, Times.of(row, "void_at"), row.getString("void_by"));
    }

    private static Question question(Row row) {
        JsonObject optionSet = row.getJsonObject("slate");
        return new Question(
                Question.Purpose.valueOf(upper(row, "purpose")),
                row.getLong("item"),
                row.getLong("subject"),
                row.getString("question"),
                optionSet == null ? null : OptionSet.fromMap(optionSet.getMap()),
                row.getBoolean("by_hands"));
    }

    private static @Nullable PollResult result(Row row) {
        JsonObject tally = row.getJsonObject("tally");
        return tally == null
                ? null
                : new PollResult(
                        tally, row.getJsonObject("outcome"), row.getString("box_sha256"), row.getBoolean("shown"));
    }

    private static String upper(Row row, String column) {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
