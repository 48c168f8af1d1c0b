package pavilion.session.floor;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.identity.MaskedName;
import pavilion.rules.procedure.SpeakingOrder;
import pavilion.session.Session;

/** The table {@code turn}. */
final class SpeakerTurnStore {
    private SpeakerTurnStore() {}

    /** The turns that were given, in that order; then those that wait, in the order in which they were requested. */
    static List<SpeakerTurn> ofItem(Tx tx, Session session, long item) {
        return tx.list(SpeakerTurnStore::turn, """
                select * from turn where community = $1 and session = $2 and item = $3 and state <> 'gone'
                order by given_at nulls last, asked_at, id
                """, session.community(), session.id(), item);
    }

    /** Every turn that was given, for the minutes. */
    static List<SpeakerTurn> given(Tx tx, int community, long session) {
        return tx.list(
                SpeakerTurnStore::turn,
                "select * from turn where community = $1 and session = $2 and given_at is not null order by given_at, id",
                community,
                session);
    }

    /** A second request of the same speaker keeps the place of the first and may change the side. */
    static void ask(
            Tx tx, Session session, long item, String speaker, String name, SpeakingOrder.Side side, Instant now) {
        tx.run("""
                insert into turn (community, session, item, speaker, name, side, asked_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (community, session, item, speaker) where state = 'waiting' do update set side = excluded.side
                """, session.community(), session.id(), item, speaker, name, lower(side), Times.at(now));
    }

    static int withdraw(Tx tx, Session session, String speaker) {
        return tx.run("""
                update turn set state = 'gone' where community = $1 and session = $2 and speaker = $3 and state = 'waiting'
                """, session.community(), session.id(), speaker);
    }

    static int drop(Tx tx, Session session, long id) {
        return tx.run(
                "update turn set state = 'gone' where community = $1 and session = $2 and id = $3 and state = 'waiting'",
                session.community(),
                session.id(),
                id);
    }

    /** Removes everybody who waits to speak, except for points of order. */
    static void clear(Tx tx, Session session, long item) {
        tx.run("""
                update turn set state = 'gone'
                where community = $1 and session = $2 and item = $3 and state = 'waiting' and side <> 'order'
                """, session.community(), session.id(), item);
    }

    static int give(Tx tx, Session session, long id, Instant now, Instant until) {
        return tx.run("""
                update turn set state = 'speaking', given_at = $4, until_at = $5
                where community = $1 and session = $2 and id = $3 and state = 'waiting'
                """, session.community(), session.id(), id, Times.at(now), Times.at(until));
    }

    /** @return the turn that ended, if somebody was speaking */
    static List<SpeakerTurn> end(Tx tx, Session session, Instant now) {
        return tx.list(SpeakerTurnStore::turn, """
                update turn set state = 'spoken', ended_at = $3 where community = $1 and session = $2 and state = 'speaking'
                returning *
                """, session.community(), session.id(), Times.at(now));
    }

    static void limits(Tx tx, Session session, int seconds, int each) {
        tx.run(
                "update session set turn_seconds = $3, turns_each = $4 where community = $1 and id = $2",
                session.community(),
                session.id(),
                seconds,
                each);
    }

    /** How a resident is called up: the household, and the masked name. */
    static String name(Tx tx, CurrentUser user) {
        String household = tx.first(
                        row -> row.getString(0),
                        "select name from place where community = $1 and id = $2",
                        user.community(),
                        user.household())
                .orElse("");
        return (household + " " + MaskedName.name(user.name())).strip();
    }

    private static String lower(SpeakingOrder.Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static SpeakerTurn turn(Row row) {
        return new SpeakerTurn(
                row.getLong("id"),
                row.getLong("item"),
                row.getString("speaker"),
                row.getString("name"),
                SpeakingOrder.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                SpeakerTurn.State.of(row.getString("state")),
                Times.of(row, "given_at"),
                Times.of(row, "until_at"),
                Times.of(row, "ended_at"));
    }
}
