package pavilion.cli;

import org.jspecify.annotations.Nullable;
import pavilion.server.Config;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of a server. A wrong value is reported together with what was expected; exit 2. */
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

    @Option(
            names = "--sockets-per-person",
            defaultValue = "20",
            paramLabel = "1-1000000",
            descriptionKey = "flag.sockets-per-person")
    private int socketsPerPerson;

    public Config config() {
        FlagErrors.within(spec, "--port", port, 0, 65535);
        FlagErrors.within(spec, "--management-port", managementPort, 0, 65535);
        FlagErrors.within(spec, "--connections", connections, 2, 500);
        FlagErrors.within(spec, "--sockets-per-person", socketsPerPerson, 1, 1_000_000);
        if (publicUrl != null && !publicUrl.matches("https?://[^/\\s]+")) {
            throw FlagErrors.value(spec, "--public-url", publicUrl, "http(s)://HOST[:PORT]");
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
                connections,
                socketsPerPerson);
    }
}
