package pavilion.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.decision.DecisionStages;
import pavilion.demo.DemoCases.Cast;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterModule;
import pavilion.matter.MatterStore;
import pavilion.matter.Matters;
import pavilion.matter.VoteResult;
import pavilion.proposal.ProposalModule;
import pavilion.resolution.ResolutionModule;
import pavilion.rulebook.RuleBook;
import pavilion.rules.DataReader;
import pavilion.rules.procedure.Ending;
import pavilion.task.RatingStore;
import pavilion.task.Task;
import pavilion.task.TaskModule;
import pavilion.task.TaskStore;
import pavilion.task.Tasks;
import pavilion.text.CommunityTime;

/** The thirteen matters of the demo, played through the services so that record and chain are as if people had done it. */
public final class DemoMatters {
    private static final int COMMUNITY = 1;

    private final Database db;
    private final Instant now;
    private final DemoCases.Stage clock;
    private final DemoCases cases;
    private final Matters matters;
    private final ResolutionModule resolutions;
    private final Tasks tasks;

    private DemoMatters(Database db, Clock real, RuleBook book, PaperPrinter printer) {
        this.db = db;
        this.now = real.instant();
        this.clock = new DemoCases.Stage(now);
        MatterModule module = new MatterModule(db, book, clock);
        ProposalModule proposals = new ProposalModule(module);
        this.matters = module.matters();
        this.cases = new DemoCases(matters, proposals, clock);
        this.resolutions = new ResolutionModule(module, proposals.notices(), printer, "");
        TaskModule taskModule = new TaskModule(module);
        this.tasks = taskModule.tasks();
        proposals.register(module.registry());
        DecisionStages.register(module.registry());
        resolutions.register(module.registry());
        taskModule.register(module.registry());
        module.freeze();
    }

    /** @return how many were made; none when there are matters already */
    public static int load(Database db, Clock clock, RuleBook book, PaperPrinter printer) {
        DemoMatters demo = new DemoMatters(db, clock, book, printer);
        return db.transact(tx -> MatterStore.any(tx, COMMUNITY) ? 0 : demo.play(tx));
    }

    private int play(Tx tx) {
        int made = 0;
        for (DataReader data : DemoCases.read(read())) {
            Matter matter = cases.play(tx, COMMUNITY, data, now).orElse(null);
            if (matter != null) {
                made++;
                if (data.has("decision")) {
                    afterwards(tx, data, matter, cases.cast(tx, matter));
                }
            }
        }
        return made;
    }

    private void afterwards(Tx tx, DataReader data, Matter met, Cast cast) {
        String at = data.text("at");
        boolean agreed = !at.equals("no_agreement");
        clock.to(at.equals("publicity") ? now.minus(Duration.ofDays(3)) : clock.instant());
        Matter counted = matters.concluded(
                tx,
                COMMUNITY,
                met.id(),
                new VoteResult(
                        agreed ? Ending.AGREED : Ending.NO_AGREEMENT,
                        null,
                        // No ballot was cast on this server, so no figure is claimed that nobody could count again.
                        null,
                        data.text("decision"),
                        data.text("minority", "")),
                cast.moderator());
        resolutions.demoPosting(tx, counted, data.text("minority", ""), cast.moderator());
        Matter matter = matters.locked(tx, COMMUNITY, met.id());
        if (data.has("object")) {
            resolutions.demoObjection(tx, matter, cast.people().get(2), data.text("object"));
        }
        if (at.equals("publicity")) {
            return;
        }
        overNotice(matter);
        matter = matters.advance(tx, matter, Actor.SERVER, "");
        if (matter.open()) {
            work(tx, data, matter, cast);
        }
    }

    private void overNotice(Matter matter) {
        var due = Objects.requireNonNull(matter.stageDue());
        clock.to(due.plusDays(1).atTime(8, 0).atZone(CommunityTime.ZONE).toInstant());
    }

    private static long number(List<?> figures, int at) {
        return ((Number) figures.get(at)).longValue();
    }

    private void work(Tx tx, DataReader data, Matter matter, Cast cast) {
        for (Object each : data.list("tasks")) {
            tasks.add(tx, COMMUNITY, matter.id(), ((List<?>) each).get(0).toString(), matter.stageDue(), cast.clerk());
        }
        List<Task> all = tasks.of(tx, matter);
        for (int i = 0; i < all.size(); i++) {
            List<?> line = (List<?>) data.list("tasks").get(i);
            String state = line.get(1).toString();
            long person = cast.people().get(3 + i);
            if (!state.equals("open")) {
                TaskStore.claim(
                        tx, matter, all.get(i).id(), person, cases.shown(tx, COMMUNITY, person), clock.instant());
            }
            if (state.equals("done")) {
                tasks.done(
                        tx, COMMUNITY, matter.id(), all.get(i).id(), line.get(2).toString(), cast.clerk(), true);
            }
        }
        if (data.text("at").equals("rate")) {
            clock.to(now.minus(Duration.ofDays(2)));
            matters.advance(tx, matter, cast.clerk(), "");
            for (int i = 0; i < data.list("ratings").size(); i++) {
                RatingStore.mark(tx, matter, cast.people().get(i + 1));
                RatingStore.add(tx, matter, (int) number(data.list("ratings"), i), "");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> read() {
        try (InputStream in = DemoMatters.class.getResourceAsStream("/demo/matters.yaml")) {
            return (List<Map<String, Object>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
