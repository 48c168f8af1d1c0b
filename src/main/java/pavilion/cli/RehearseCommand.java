package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.rehearse.LoadClient;
import pavilion.rehearse.Rehearsal;
import pavilion.rehearse.RehearsalReport;
import pavilion.rehearse.RehearsedSession;
import pavilion.rehearse.Schedule;
import pavilion.rehearse.ServerAddress;
import pavilion.rehearse.SessionSetup;
import pavilion.rehearse.SetupRequest;
import pavilion.rehearse.TestAccounts;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.server.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a whole session against a server; exit 0 if all went well, 1 if not, 2 if it could not be played. */
@Command(name = "rehearse", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class RehearseCommand implements Callable<Integer> {
    private static final int LONGEST = 60;

    @Spec
    private CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL", descriptionKey = "flag.rehearse.url")
    private @Nullable URI url;

    @Option(names = "--people", defaultValue = "100", paramLabel = "2-5000", descriptionKey = "flag.rehearse.people")
    private int people;

    @Option(names = "--minutes", defaultValue = "2", paramLabel = "1-60", descriptionKey = "flag.rehearse.minutes")
    private int minutes;

    @Option(names = "--slow", defaultValue = "0", paramLabel = "0-5000", descriptionKey = "flag.rehearse.slow")
    private int slow;

    @Option(names = "--even-real", paramLabel = "FILE", descriptionKey = "flag.rehearse.even-real")
    private @Nullable Path testAccounts;

    @Option(names = "--secret", descriptionKey = "flag.rehearse.secret")
    private boolean secret;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "flag.rehearse.json")
    private @Nullable Path json;

    @Mixin
    private Language language;

    @Override
    public Integer call() throws IOException, InterruptedException {
        FlagErrors.within(spec, "--people", people, 2, SessionSetup.MOST);
        FlagErrors.within(spec, "--minutes", minutes, 1, LONGEST);
        FlagErrors.within(spec, "--slow", slow, 0, people);
        if (url != null
                && (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?"))) {
            throw FlagErrors.value(spec, "--url", url.toString(), "http(s)://HOST[:PORT]");
        }
        if (testAccounts != null && url == null) {
            throw FlagErrors.value(spec, "--url", "", "http(s)://HOST[:PORT]");
        }
        try {
            return url == null ? onOwnServer() : print(play(ServerAddress.at(url)));
        } catch (Refused refused) {
            return failed(language.say(refused.refusal()));
        } catch (Rehearsal.Stuck stuck) {
            return failed(language.say("rehearse.stuck", String.valueOf(stuck.getMessage())));
        }
    }

    /** On a demo server of its own, in a temporary folder. */
    private int onOwnServer() throws IOException, InterruptedException {
        try (TempFolder folder = new TempFolder("pavilion-rehearse");
                Application application = Application.open(folder.config(), Clock.systemUTC())) {
            return print(play(new ServerAddress("127.0.0.1", application.port(), false)));
        }
    }

    private RehearsalReport play(ServerAddress server) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (LoadClient load = new LoadClient()) {
            RehearsedSession session = testAccounts == null
                    ? SetupRequest.session(load, server, people, secret)
                    : TestAccounts.session(load, server, Files.readString(testAccounts));
            Schedule schedule = Schedule.of(minutes, slow);
            try (Rehearsal rehearsal = new Rehearsal(load, session, schedule, part -> {
                out.println(language.say("rehearse.part." + part));
                out.flush();
            })) {
                return rehearsal.play();
            }
        }
    }

    private int print(RehearsalReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        for (Refusal sentence : report.sentences()) {
            out.println(language.say(sentence));
        }
        out.flush();
        if (json != null) {
            Files.writeString(json, report.toJson().encodePrettily());
        }
        return report.good() ? 0 : 1;
    }

    private int failed(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return 2;
    }
}
