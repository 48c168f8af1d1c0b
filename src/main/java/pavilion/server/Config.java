package pavilion.server;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Endpoint;
import pavilion.live.LiveLimits;

/**
 * Everything that can be set, in one place. A flag wins over the environment ({@code PAVILION_PORT}), that over the file
 * {@code pavilion.properties}, that over the default.
 *
 * @param port of the pages; 0 takes a free one
 * @param managementPort of health and metrics, on this machine only; 0 takes a free one
 * @param data folder of the embedded database and the log
 * @param database a real PostgreSQL instead of the embedded one
 * @param publicUrl how residents reach the server: on invitations, QR codes and papers; https switches secure cookies on
 * @param demo loads the demo community, marks every page, lets the clock be moved
 * @param proxied a proxy in front sets X-Forwarded-For
 * @param socketsPerPerson how many live connections one person may have open; one more closes the oldest
 */
public record Config(
        int port,
        String host,
        int managementPort,
        Path data,
        Optional<Endpoint> database,
        @Nullable String publicUrl,
        boolean demo,
        boolean proxied,
        int connections,
        int socketsPerPerson) {

    /** With the usual number of sockets. */
    public Config(
            int port,
            String host,
            int managementPort,
            Path data,
            Optional<Endpoint> database,
            @Nullable String publicUrl,
            boolean demo,
            boolean proxied,
            int connections) {
        this(
                port,
                host,
                managementPort,
                data,
                database,
                publicUrl,
                demo,
                proxied,
                connections,
                LiveLimits.SOCKETS_PER_OWNER);
    }

    public boolean https() {
        return publicUrl != null && publicUrl.startsWith("https://");
    }
}
