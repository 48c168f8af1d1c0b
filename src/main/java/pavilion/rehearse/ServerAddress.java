package pavilion.rehearse;

import java.net.URI;

/** Where the server listens. */
public record ServerAddress(String host, int port, boolean ssl) {

    /** @param url http(s)://HOST[:PORT] */
    public static ServerAddress at(URI url) {
        boolean ssl = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : ssl ? 443 : 80;
        return new ServerAddress(url.getHost(), port, ssl);
    }

    @Override
    public String toString() {
        return (ssl ? "https://" : "http://") + host + ":" + port;
    }
}
