package pavilion;

import java.time.Clock;
import pavilion.cli.BenchCommand;
import pavilion.cli.CountCommand;
import pavilion.cli.DecideCommand;
import pavilion.cli.ExportCommand;
import pavilion.cli.FlagDefaults;
import pavilion.cli.FlagErrors;
import pavilion.cli.FoundCommand;
import pavilion.cli.ImportCommand;
import pavilion.cli.InviteCommand;
import pavilion.cli.RehearseCommand;
import pavilion.cli.ServeCommand;
import pavilion.cli.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** 议事亭 · Pavilion. One jar, one command a task. */
@Command(
        name = "pavilion",
        mixinStandardHelpOptions = true,
        resourceBundle = "messages.commands",
        version = "pavilion 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            CountCommand.class,
            DecideCommand.class,
            VerifyCommand.class,
            RehearseCommand.class,
            BenchCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        FlagDefaults settings = FlagDefaults.here();
        CommandLine line = commands(Clock.systemUTC()).setDefaultValueProvider(settings);
        System.exit(settings.unknown(line)
                .map(Main::refused)
                .orElseGet(() -> args.length == 0 ? usage(line) : line.execute(args)));
    }

    private static int refused(String sentence) {
        System.err.println(sentence);
        return CommandLine.ExitCode.USAGE;
    }

    public static CommandLine commands(Clock clock) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new FoundCommand(clock))
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new ExportCommand())
                .addSubcommand(new InviteCommand(clock));
        return line.setParameterExceptionHandler(FlagErrors.handler(line.getParameterExceptionHandler()));
    }

    private static int usage(CommandLine line) {
        line.usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
