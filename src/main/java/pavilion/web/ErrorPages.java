package pavilion.web;

import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.db.DatabaseUnavailable;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/** Every failure becomes a sentence with a way out; the log gets the kind of fault and the route, never what was typed. */
public final class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /**
     * What the problem page shows.
     *
     * @param texts what was typed into the form that was refused
     * @param files files came with it
     */
    public record Problem(int status, String sentence, boolean signIn, List<String> texts, boolean files) {}

    Response answer(Request request, HttpError stop) {
        return answer(request, stop, List.of(), false);
    }

    Response answer(Request request, HttpError stop, List<String> texts, boolean files) {
        Problem problem = new Problem(stop.status(), request.say(stop.refusal()), stop.status() == 401, texts, files);
        return request.page(stop.status(), request.wantsFragment() ? "web/sentence" : "web/problem", problem);
    }

    /** Writes what is a fault of ours to the log: to be asked once for each failure. */
    HttpError stop(@Nullable Throwable cause, int status) {
        if (cause instanceof HttpError known) {
            return known;
        }
        if (cause instanceof Refused refused) {
            return HttpError.because(409, refused.refusal());
        }
        if (DatabaseUnavailable.causes(cause)) {
            return unavailable(cause);
        }
        int told = cause instanceof HttpException http ? http.getStatusCode() : status;
        if (told == 413) {
            return tooLarge();
        }
        boolean theirs = cause instanceof HttpException ? told < 500 : status == 400;
        return theirs ? malformed() : unexpected(cause);
    }

    private static HttpError tooLarge() {
        return HttpError.because(413, Refusal.of("web.stop.too-large"));
    }

    private static HttpError malformed() {
        return HttpError.because(400, Refusal.of("web.stop.malformed"));
    }

    // What was being written may have been written: the sentence does not say that nothing was changed.
    private static HttpError unavailable(@Nullable Throwable cause) {
        LOG.warn("the database does not answer", cause);
        return HttpError.because(503, Refusal.of("web.stop.database"));
    }

    private static HttpError unexpected(@Nullable Throwable cause) {
        LOG.error("request failed", cause);
        return HttpError.because(500, Refusal.of("web.stop.unexpected"));
    }
}
