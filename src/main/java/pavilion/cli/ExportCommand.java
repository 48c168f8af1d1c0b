package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.roster.CommunityStore;
import pavilion.roster.RollExport;
import pavilion.text.Messages;
import pavilion.web.Communities.Community;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the roll as a file that can be imported again; .xlsx if it is named so, otherwise comma-separated text. */
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseFlags flags = new DatabaseFlags();

    @Parameters(paramLabel = "FILE", descriptionKey = "flag.export.file")
    private Path file = Path.of("");

    @Option(names = "--community", required = true, paramLabel = "CODE", descriptionKey = "flag.import.community")
    private String community = "";

    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "flag.lang")
    private @Nullable String lang;

    private final Messages messages = new Messages();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return flags.open(spec, false, database -> run(database, out));
    }

    /** @return 0 written, 2 no such community or no such folder */
    int run(Database database, PrintWriter out) {
        String language = "en".equals(lang != null ? lang : Locale.getDefault().getLanguage()) ? "en" : "zh";
        Community where = CommunityStore.byCode(database.plain(), community).orElse(null);
        try {
            if (where == null) {
                out.println(messages.say(language, "roster.cli.no-community", community));
                return 2;
            }
            RollExport print = new RollExport(database);
            boolean sheet = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
            Files.write(file, sheet ? print.xlsx(where.id(), "/", language) : print.csv(where.id(), "/", language));
            out.println(messages.say(language, "roster.cli.written", file.toString()));
            return 0;
        } catch (IOException e) {
            out.println(messages.say(language, "roster.cli.not-written", file.toString()));
            return 2;
        } finally {
            out.flush();
        }
    }
}
