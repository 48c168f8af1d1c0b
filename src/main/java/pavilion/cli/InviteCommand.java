package pavilion.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.account.CommunitySetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a new invitation, for when the only administrator lost the invitation or the password. {@code slip} is its old name. */
@Command(name = "invite", aliases = "slip", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class InviteCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DatabaseFlags flags = new DatabaseFlags();

    @Option(names = "--community", required = true, paramLabel = "CODE", descriptionKey = "flag.import.community")
    private String community = "";

    @Option(names = "--person", required = true, paramLabel = "CODE", descriptionKey = "flag.invite.person")
    private String person = "";

    @Option(
            names = "--public-url",
            defaultValue = "http://localhost:8080",
            paramLabel = "URL",
            descriptionKey = "flag.public-url")
    private String url = "";

    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "flag.lang")
    private @Nullable String lang;

    public InviteCommand(Clock clock) {
        this.clock = clock;
    }

    /** @return 0 printed, 1 refused, 2 no database */
    @Override
    public Integer call() {
        return flags.open(spec, false, database -> {
            CommunitySetup setup = new CommunitySetup(database, clock);
            return FoundCommand.tell(
                    spec, lang, url, "cli.invitation.done", person, () -> setup.invite(community, person));
        });
    }
}
