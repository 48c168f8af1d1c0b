package pavilion.session.presence;

import java.time.Instant;
import pavilion.db.Times;
import pavilion.db.Tx;
import pavilion.session.Session;

/** The messages of other check-in systems that were taken; the caller holds the lock of their session. */
final class CheckInMessageStore {
    private CheckInMessageStore() {}

    static CheckInMessage.Standing standing(Tx tx, Session session, CheckInMessage message) {
        record Newest(boolean same, Instant at) {}
        Newest newest = tx.first(
                        row -> new Newest(
                                row.getBoolean("same"),
                                row.getOffsetDateTime("at").toInstant()),
                        """
                        select signature = decode($4, 'hex') as same, at from check_in_message
                        where community = $1 and session = $2 and code = $3 order by at desc, id desc limit 1
                        """,
                        session.community(),
                        session.id(),
                        message.code(),
                        message.signature())
                .orElse(null);
        if (newest == null) {
            return CheckInMessage.Standing.NEW;
        }
        if (newest.same()) {
            return CheckInMessage.Standing.TAKEN;
        }
        return message.at().isBefore(newest.at()) || taken(tx, session, message)
                ? CheckInMessage.Standing.OVERTAKEN
                : CheckInMessage.Standing.NEW;
    }

    private static boolean taken(Tx tx, Session session, CheckInMessage message) {
        return tx.query(
                                "select from check_in_message where community = $1 and session = $2 and signature = decode($3, 'hex')",
                                session.community(),
                                session.id(),
                                message.signature())
                        .size()
                > 0;
    }

    /**
     * Adds a message, and forgets those of this session that are refused by their time alone, by a server whose clock is late as
     * well.
     */
    static void add(Tx tx, Session session, CheckInMessage message, Instant now) {
        tx.run(
                "delete from check_in_message where community = $1 and session = $2 and at < $3",
                session.community(),
                session.id(),
                Times.at(now.minus(CheckInMessage.FRESH.multipliedBy(2))));
        tx.run("""
                insert into check_in_message (community, session, signature, code, at)
                values ($1, $2, decode($3, 'hex'), $4, $5)
                """, session.community(), session.id(), message.signature(), message.code(), Times.at(message.at()));
    }
}
