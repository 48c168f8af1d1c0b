package pavilion;

import org.jspecify.annotations.Nullable;
import pavilion.cli.DatabaseFlags;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that commands share; a wrong value is named together with what was expected, exit 2. */
public final class ConfigFlags {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "0-65535", descriptionKey = "flag.port")
    private int port;

    @Option(names = "--host", defaultValue = "0.0.0.0", paramLabel = "ADDRESS", descriptionKey = "flag.host")
    private String host;

    @Option(
            names = "--management-port",
            defaultValue = "8081",
            paramLabel = "0-65535",
            descriptionKey = "flag.management")
    private int managementPort;

    @Mixin
    private DatabaseFlags database = new DatabaseFlags();

    @Option(names = "--public-url", paramLabel = "URL", descriptionKey = "flag.public-url")
    private @Nullable String publicUrl;

    @Option(
            names = "--demo",
            negatable = true,
            defaultValue = "false",
            fallbackValue = "true",
            descriptionKey = "flag.demo")
    private boolean demo;

    @Option(names = "--proxied", defaultValue = "false", fallbackValue = "true", descriptionKey = "flag.proxied")
    private boolean proxied;

    @Option(names = "--connections", defaultValue = "24", paramLabel = "2-500", descriptionKey = "flag.connections")
    private int connections;

    public Config config() {
        within("--port", port, 0, 65535);
        within("--management-port", managementPort, 0, 65535);
        within("--connections", connections, 2, 500);
        if (publicUrl != null && !publicUrl.matches("https?://[^/\\s]+")) {
            throw wrong("--public-url", publicUrl, "http(s)://HOST[:PORT]");
        }
        return new Config(
                port,
                host,
                managementPort,
                database.data(),
                database.endpoint(spec),
                publicUrl,
                demo,
                proxied,
                connections);
    }

    private void within(String flag, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(flag, String.valueOf(value), least + "-" + most);
        }
    }

    private ParameterException wrong(String flag, String value, String expected) {
        CommandLine line = spec.commandLine();
        String text = spec.root().resourceBundle().getString("flag.wrong").formatted(flag, value, expected);
        return new ParameterException(line, text);
    }
}
