package pavilion.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refusal;

/**
 * How many large bodies this server receives at the same time: they lie on its disk or in its memory until they are read.
 * A body is large if it may hold files, or more than the text of a form needs, or does not say how long it is.
 */
final class LargeBodies {
    private static final int ALL = 16;
    private static final int EACH = 2;
    private static final long LARGE = 256 << 10;

    private final Map<String, Integer> bySubject = new HashMap<>();
    private int all;

    /**
     * @return to be run once, when the body was read or will not be
     * @throws HttpError 429 if this person, or this address where nobody is signed in, sends as many already; 503 if all do
     */
    Runnable receive(Request request, Route route, HttpServerRequest body) {
        if (!route.files() && announced(body) <= LARGE) {
            return () -> {};
        }
        CurrentUser user = request.userOrNull();
        String subject = user == null ? "a" + request.address() : "p" + user.person();
        take(subject);
        return new Runnable() {
            private boolean done;

            @Override
            public void run() {
                if (!done) {
                    done = true;
                    give(subject);
                }
            }
        };
    }

    private synchronized void take(String subject) {
        if (bySubject.getOrDefault(subject, 0) >= EACH) {
            throw HttpError.because(429, Refusal.of("web.stop.uploads-of-one"));
        }
        if (all >= ALL) {
            throw HttpError.because(503, Refusal.of("web.stop.uploads"));
        }
        all++;
        bySubject.merge(subject, 1, Integer::sum);
    }

    private synchronized void give(String subject) {
        all--;
        bySubject.computeIfPresent(subject, (s, open) -> open == 1 ? null : open - 1);
    }

    /** @return bytes; 0 for no body, the largest number for one that does not say */
    static long announced(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return Long.MAX_VALUE;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
