package pavilion;

import java.time.Clock;
import pavilion.cli.CountCommand;
import pavilion.cli.DecideCommand;
import pavilion.cli.ExportCommand;
import pavilion.cli.FoundCommand;
import pavilion.cli.ImportCommand;
import pavilion.cli.SlipCommand;
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
        CommandLine line = commands(Clock.systemUTC()).setDefaultValueProvider(new Settings());
        int code = args.length == 0 ? usage(line) : line.execute(args);
        System.exit(code);
    }

    static CommandLine commands(Clock clock) {
        return new CommandLine(new Main())
                .addSubcommand(new FoundCommand(clock))
                .addSubcommand(new ImportCommand(clock))
                .addSubcommand(new ExportCommand())
                .addSubcommand(new SlipCommand(clock));
    }

    private static int usage(CommandLine line) {
        line.usage(System.out);
        return CommandLine.ExitCode.USAGE;
    }
}
