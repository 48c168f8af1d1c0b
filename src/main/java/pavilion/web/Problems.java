package pavilion.web;

import io.vertx.ext.web.handler.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/** Every failure becomes a sentence with a way out; the log gets the kind of fault and the route, never what was typed. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** What the problem page shows. */
    public record Problem(int status, String sentence, boolean signIn) {}

    Answer answer(Visit visit, @Nullable Throwable cause, int status) {
        Stop stop = stop(cause, status);
        String sentence = visit.say(stop.refusal());
        if (visit.wantsFragment()) {
            return Answer.html(
                    stop.status(),
                    visit.front()
                            .templates()
                            .render(
                                    "web/sentence",
                                    visit.lang(),
                                    visit.shared(),
                                    new Problem(stop.status(), sentence, stop.status() == 401)));
        }
        return visit.page(stop.status(), "web/problem", new Problem(stop.status(), sentence, stop.status() == 401));
    }

    private static Stop stop(@Nullable Throwable cause, int status) {
        if (cause instanceof Stop known) {
            return known;
        }
        if (cause instanceof Refused refused) {
            return Stop.because(409, refused.refusal());
        }
        int told = cause instanceof HttpException http ? http.getStatusCode() : status;
        if (told == 413) {
            return tooLarge();
        }
        boolean theirs = cause instanceof HttpException ? told < 500 : status == 400;
        return theirs ? malformed() : unexpected(cause);
    }

    private static Stop tooLarge() {
        return Stop.because(413, Refusal.of("web.stop.too-large"));
    }

    private static Stop malformed() {
        return Stop.because(400, Refusal.of("web.stop.malformed"));
    }

    private static Stop unexpected(@Nullable Throwable cause) {
        LOG.error("request failed", cause);
        return Stop.because(500, Refusal.of("web.stop.unexpected"));
    }
}
