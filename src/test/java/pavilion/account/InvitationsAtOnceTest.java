package pavilion.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoDatabase;
import pavilion.identity.CurrentUser;

/** Two clerks, or one who presses twice, print an invitation for the same person at the same moment. */
class InvitationsAtOnceTest {
    @Test
    void eachIsPrintedAndTheLastOneWorks() {
        try (TestDatabase it = DemoDatabase.fresh()) {
            CurrentUser clerk = new TestSignIns(it, DemoDatabase.CLOCK).as("committee");
            long person = DemoDatabase.guest(it, "tenant").person();
            Invitations invitations = new Invitations(it.database(), DemoDatabase.CLOCK);
            List<CompletableFuture<Invitation>> printing = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> invitations.forPerson(clerk, 1, person),
                            task -> Thread.ofVirtual().start(task)))
                    .limit(12)
                    .toList();
            Set<String> codes = new HashSet<>();
            printing.forEach(each -> codes.add(each.join().code()));
            assertEquals(12, codes.size());
            assertEquals(
                    1,
                    it.database()
                            .plain()
                            .query(
                                    "select from invitation where person = $1 and revoked_at is null and used_at is null",
                                    person)
                            .size());
        }
    }
}
