package pavilion.web;

import io.vertx.core.json.JsonObject;
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
        Stop stop = switch (cause) {
            case Stop s -> s;
            case Refused r -> Stop.because(409, r.refusal());
            case HttpException h when h.getStatusCode() == 413 -> tooLarge();
            case HttpException h when h.getStatusCode() < 500 -> malformed();
            case null, default -> status == 413 ? tooLarge() : status == 400 ? malformed() : unexpected(cause);
        };
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

    Answer bare(int status) {
        return Answer.html(status, new JsonObject().put("status", status).encode());
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
