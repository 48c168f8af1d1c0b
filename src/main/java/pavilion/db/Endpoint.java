package pavilion.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a PostgreSQL answers and as whom: {@code postgresql://user:password@host:port/database}. */
public record Endpoint(String host, int port, String database, String user, String password) {

    /** @throws IllegalArgumentException if the text is not such an address */
    public static Endpoint parse(String url) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring(5) : url);
        boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!ours
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(url);
        }
        String[] who = uri.getRawUserInfo() == null
                ? new String[] {"postgres", ""}
                : uri.getRawUserInfo().split(":", 2);
        return new Endpoint(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                uri.getPath().substring(1),
                decode(who[0]),
                who.length > 1 ? decode(who[1]) : "");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String jdbc() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public Endpoint withDatabase(String name) {
        return new Endpoint(host, port, name, user, password);
    }

    /** Without the password, which must never reach a log. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
