package pavilion.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.proposal.PhotoStore;
import pavilion.proposal.ProposalDraft;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Ending;

/** Who may report on a task, and until when. */
class TasksTest extends DecidedMatter {
    private static final Actor NEIGHBOUR = new Actor(202L, "resident");
    private static final ProposalDraft.Picture PICTURE =
            new ProposalDraft.Picture(new byte[] {1}, new byte[] {2}, "0".repeat(64));
    private Tasks tasks;
    private Matter matter;

    @BeforeEach
    void work() {
        matter = concluded(Ending.AGREED, 4);
        village.clock.to(LocalDate.of(2026, 3, 26));
        village.matterModule.advanceDue();
        tasks = village.tasks.tasks();
        it.database().run(tx -> tasks.add(tx, 1, matter.id(), "给通道划线", null, village.clerk()));
        it.database()
                .run(tx -> tasks.claim(
                        tx, 1, matter.id(), task(), 202, "居民2", village.relation(202, village.matter(matter.id()))));
    }

    private long task() {
        return tasks.of(it.database().plain(), matter).getFirst().id();
    }

    private void photo(Actor by, boolean committee) {
        it.database().run(tx -> tasks.photo(tx, 1, matter.id(), task(), "after", PICTURE, by, committee));
    }

    private static void refused(String key, Executable what) {
        assertEquals(key, assertThrows(Refused.class, what).refusal().key());
    }

    private int photos() {
        return PhotoStore.of(it.database().plain(), matter).size();
    }

    @Test
    void photosOfAFinishedTaskAreRefused() {
        photo(NEIGHBOUR, false);
        assertEquals(1, photos());
        it.database().run(tx -> tasks.done(tx, 1, matter.id(), task(), "线划好了", NEIGHBOUR, false));
        refused("task.closed", () -> photo(NEIGHBOUR, false));
        refused("task.closed", () -> photo(village.clerk(), true));
        assertEquals(1, photos());
    }

    @Test
    void photosOfADroppedTaskAreRefused() {
        it.database().run(tx -> tasks.drop(tx, 1, matter.id(), task(), "要另外表决", village.clerk()));
        refused("task.closed", () -> photo(NEIGHBOUR, false));
        assertEquals(0, photos());
    }

    @Test
    void onlyWhoTookTheTaskAndTheCommitteeReportOnIt() {
        refused("task.not-yours", () -> photo(new Actor(203L, "resident"), false));
        photo(village.clerk(), true);
        assertEquals(1, photos());
    }
}
