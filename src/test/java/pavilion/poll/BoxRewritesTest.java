package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pavilion.db.ClusterLock;
import pavilion.rules.Secrecy;

/** However a secret poll ends, and whatever fails then, in the end the database keeps nothing of single ballots. */
final class BoxRewritesTest extends PollCase {
    private final StoredTraces traces = new StoredTraces(db);
    private final Poll poll = poll(Secrecy.SECRET, 13);
    private final List<String> before = voted();

    private List<String> voted() {
        for (int i = 1; i <= 6; i++) {
            assertTrue(cast(poll, i, i <= 4 ? "yes" : "no", "k" + i).stands());
        }
        return StoredTraces.numbers(db, poll);
    }

    private static int due() {
        return db.plain()
                .first(row -> row.getInteger(0), "select count(*)::int from box_rewrite")
                .orElseThrow();
    }

    private void nothingIsLeft() {
        assertEquals(0, due());
        assertEquals(0, traces.inPages(before));
        assertEquals(0, traces.inLog());
        assertEquals(6, rows("secret_ballot", poll));
        assertEquals(
                1,
                db.plain()
                        .first(
                                row -> row.getInteger(0),
                                "select count(distinct xmin::text)::int from secret_ballot where poll = $1",
                                poll.id())
                        .orElseThrow());
    }

    @Test
    void whatAServerLeftThatDiedRightAfterTheCloseIsWrittenAnewByTheNext() {
        db.run(tx -> polls.closing().close(tx, 1, poll.id(), 1L, "moderator", ""));
        assertEquals(1, due());
        assertEquals(6, traces.inPages(before));
        assertTrue(traces.inLog() > 6);
        BoxRewrites next = server().closing().rewrites();
        new ClusterLock(db).run("as its chore does", next::run);
        nothingIsLeft();
    }

    @Test
    void whatAnEarlierVersionLeftOfAStoppedPollIsShuffledByTheMigrationAndWrittenAnew() {
        db.plain().run("drop function box_to_be_rewritten cascade");
        db.plain().run("drop table box_rewrite");
        db.plain().run("""
                update poll set state = 'void', closed_at = now(), void_at = now(), void_by = 'moderator', void_reason = 'r'
                where id = $1
                """, poll.id());
        db.pool().query(migration()).execute().await();
        assertTrue(StoredTraces.numbers(db, poll).stream().noneMatch(before::contains));
        assertTrue(due() > 0);
        assertTrue(polls.closing().rewrites().run());
        nothingIsLeft();
    }

    // By itself, since later ones may have been applied.
    private static String migration() {
        try {
            return Files.readString(Path.of("sql", "V025__box_rewrites.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPollThatIsStoppedWithoutACountIsShuffledAndWrittenAnewToo() {
        polls.closing().cancel(1, poll.id(), "moderator", "问题写错了");
        nothingIsLeft();
        assertTrue(StoredTraces.numbers(db, poll).stream().noneMatch(before::contains));
    }

    @Test
    void whatWasFoundOnPaperAloneIsNotKeptOfAStoppedPoll() {
        Poll papers = poll(Secrecy.SECRET, 13);
        polls.paperBallots().issue(1, papers.id(), 101, "recorder", "p");
        polls.counting().count(1, papers.id(), 7, "moderator", 1, 0, 0, 0);
        assertEquals(1, rows("count_sheet", papers));
        polls.closing().cancel(1, papers.id(), "moderator", "问题写错了");
        assertEquals(0, rows("count_sheet", papers));
        polls.closing().cancel(1, poll.id(), "moderator", "问题写错了");
    }

    @Test
    void whoReadsTheDatabaseAsItWasDelaysItAndTheNextRoundDoesIt() {
        SqlConnection reader = db.pool().getConnection().await();
        reader.query("begin isolation level repeatable read").execute().await();
        reader.query("select 1 from community").execute().await();
        polls.closing().close(1, poll.id(), 1L, "moderator", "");
        assertTrue(now(poll).closed());
        assertEquals(1, due());
        assertFalse(polls.closing().rewrites().run());
        reader.query("commit").execute().await();
        reader.close().await();
        assertTrue(polls.closing().rewrites().run());
        nothingIsLeft();
    }

    @Test
    void whatCannotBeDoneIsToldOnceAndDoneLater() {
        db.plain().run("""
                create function no_room(text) returns text immutable language plpgsql as $$
                begin
                    if current_query() like 'vacuum%' then raise exception 'no space left on device'; end if;
                    return $1;
                end $$
                """);
        db.plain().run("create index no_room on secret_ballot (no_room(choice))");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(BoxRewrites.class);
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try {
            polls.closing().close(1, poll.id(), 1L, "moderator", "");
            assertTrue(now(poll).closed(), "it is closed all the same");
            BoxRewrites chore = polls.closing().rewrites();
            assertFalse(chore.run());
            assertEquals(1, due());
            assertFalse(chore.run());
            db.plain().run("drop index no_room");
            assertTrue(chore.run());
            assertTrue(chore.run());
        } finally {
            db.plain().run("drop function no_room cascade");
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertEquals(
                List.of(Level.ERROR, Level.INFO),
                log.list.stream().map(ILoggingEvent::getLevel).toList());
        nothingIsLeft();
    }
}
