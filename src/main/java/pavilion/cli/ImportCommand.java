package pavilion.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.roster.CommunityStore;
import pavilion.roster.RollReport;
import pavilion.roster.Rolls;
import pavilion.rules.Refused;
import pavilion.text.Messages;
import pavilion.web.Communities.Community;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a roll from a sheet or text: all of it, or nothing and a report of every flaw. */
@Command(name = "import", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class ImportCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseFlags flags = new DatabaseFlags();

    @Parameters(paramLabel = "FILE", descriptionKey = "flag.import.file")
    private Path file = Path.of("");

    @Option(names = "--community", required = true, paramLabel = "CODE", descriptionKey = "flag.import.community")
    private String community = "";

    @Option(names = "--dry-run", descriptionKey = "flag.import.dry-run")
    private boolean dryRun;

    @Option(names = "--courtyard", paramLabel = "NAME", descriptionKey = "flag.import.courtyard")
    private @Nullable String courtyard;

    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "flag.lang")
    private @Nullable String lang;

    private final Messages messages = new Messages();

    public ImportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return flags.open(spec, false, database -> run(database, out));
    }

    /** @return 0 imported (or could be), 1 flawed, 2 no roll or no such community */
    int run(Database database, PrintWriter out) {
        Community where = CommunityStore.byCode(database.plain(), community).orElse(null);
        if (where == null) {
            out.println(say("roster.cli.no-community", community));
            return 2;
        }
        try {
            return tell(
                    new Rolls(database, clock)
                            .take(
                                    where.id(),
                                    file,
                                    courtyard == null ? "" : courtyard,
                                    dryRun,
                                    "cli",
                                    (done, all) -> out.println(say("roster.cli.progress", done, all))),
                    out);
        } catch (Refused no) {
            out.println(messages.say(language(), no.refusal()));
            return 2;
        } finally {
            out.flush();
        }
    }

    private int tell(RollReport report, PrintWriter out) {
        for (RollReport.Flaw flaw : report.flaws()) {
            out.println(say(
                    "roster.cli.flaw", flaw.cell(), flaw.head(language()), messages.say(language(), flaw.reason())));
        }
        if (!report.good()) {
            out.println(say("roster.import.flawed", report.flawed()));
            return 1;
        }
        report.notes().forEach(note -> out.println(messages.say(language(), note)));
        out.println(say(report.applied() ? "roster.import.taken" : "roster.import.would"));
        out.println(say(
                "roster.cli.counts",
                report.rows(),
                report.householdsNew(),
                report.householdsChanged(),
                report.peopleNew(),
                report.peopleChanged(),
                report.representativesChanged()));
        return 0;
    }

    private String language() {
        String wanted = lang != null ? lang : Locale.getDefault().getLanguage();
        return wanted.equals("en") ? "en" : "zh";
    }

    private String say(String key, Object... args) {
        return messages.say(language(), key, args);
    }
}
