package pavilion.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pavilion.account.CommunitySetup;
import pavilion.db.Database;
import pavilion.rules.Refused;
import pavilion.text.CommunityTime;
import pavilion.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets up a real community and prints the invitation of its administrator. */
@Command(name = "found", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class FoundCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseFlags flags = new DatabaseFlags();

    @Option(names = "--community", required = true, paramLabel = "CODE", descriptionKey = "flag.found.community")
    private String community = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", descriptionKey = "flag.found.name")
    private String name = "";

    @Option(names = "--street", required = true, paramLabel = "STREET", descriptionKey = "flag.found.street")
    private String street = "";

    @Option(names = "--district", required = true, paramLabel = "DISTRICT", descriptionKey = "flag.found.district")
    private String district = "";

    @Option(names = "--admin", required = true, paramLabel = "NAME", descriptionKey = "flag.found.admin")
    private String admin = "";

    @Option(
            names = "--public-url",
            defaultValue = "http://localhost:8080",
            paramLabel = "URL",
            descriptionKey = "flag.public-url")
    private String url = "";

    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "flag.lang")
    private @Nullable String lang;

    public FoundCommand(Clock clock) {
        this.clock = clock;
    }

    /** @return 0 founded, 1 refused, 2 no database */
    @Override
    public Integer call() {
        return flags.open(spec, true, this::found);
    }

    private int found(Database database) {
        CommunitySetup setup = new CommunitySetup(database, clock);
        CommunitySetup.NewCommunity asked = new CommunitySetup.NewCommunity(community, name, street, district, admin);
        return tell(spec, lang, url, "cli.found.done", name, () -> setup.found(asked));
    }

    /** Prints the invitation, or why there is none. */
    static int tell(
            CommandSpec spec,
            @Nullable String lang,
            String url,
            String key,
            String whom,
            Supplier<CommunitySetup.Invited> work) {
        Messages messages = new Messages();
        String language = "en".equals(lang != null ? lang : Locale.getDefault().getLanguage()) ? "en" : "zh";
        PrintWriter out = spec.commandLine().getOut();
        try {
            CommunitySetup.Invited invited = work.get();
            out.println(messages.say(language, key, whom));
            out.println(messages.say(language, "cli.invitation.code", invited.code()));
            out.println(messages.say(
                    language, "cli.invitation.where", url.replaceAll("/+$", "") + "/slip/" + invited.code()));
            out.println(messages.say(
                    language,
                    "cli.invitation.until",
                    LocalDate.ofInstant(invited.until(), CommunityTime.ZONE).toString()));
            return 0;
        } catch (Refused no) {
            spec.commandLine().getErr().println(messages.say(language, no.refusal()));
            spec.commandLine().getErr().flush();
            return 1;
        } finally {
            out.flush();
        }
    }
}
