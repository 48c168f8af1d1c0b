package pavilion.proxy;

import org.jspecify.annotations.Nullable;
import pavilion.document.PaperPrinter;

/**
 * The one session or the one matter that a letter is for.
 *
 * @param session its id, or null
 * @param matter its id, or null
 * @param title of that session or matter
 * @param path of the place it concerns
 * @param over whether that session or matter has ended
 */
record ProxySubject(@Nullable Long session, @Nullable Long matter, String title, String path, boolean over) {

    /** As a form and an address name it. */
    String query() {
        return session != null ? "session=" + session : "matter=" + matter;
    }

    /** What a printed letter for it cannot show of its title. */
    String unprintable() {
        return PaperPrinter.unprintable(title);
    }

    /** The chain that its acts are written to. */
    String chain() {
        return session != null ? "session/" + session : "matter/" + matter;
    }
}
