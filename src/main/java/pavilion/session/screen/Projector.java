package pavilion.session.screen;

import java.util.Map;
import pavilion.document.Qr;
import pavilion.identity.Tokens;
import pavilion.session.Session;
import pavilion.session.presence.CheckInCode;
import pavilion.text.Messages;

/** The page on the projector: who may show it, and the check-in code on it, which changes every half minute. */
final class Projector {
    private final Tokens tokens;
    private final CheckInCode code;
    private final Messages messages;
    private final String publicUrl;

    /** @param publicUrl how phones reach the server */
    Projector(Tokens tokens, CheckInCode code, Messages messages, String publicUrl) {
        this.tokens = tokens;
        this.code = code;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /** Whoever has this key may show the projector page of the session without signing in. */
    String key(int community, long session) {
        return tokens.mark("screen", community + "/" + session);
    }

    /** @param at the community's path */
    Map<String, Object> model(SessionView view, String at, String lang) {
        Map<String, Object> model = view.model();
        Session session = view.session();
        model.put("version", version(view));
        if (!session.isClosed()) {
            String in = publicUrl + at + "/sessions/" + session.id() + "/in?k=" + code.now(session);
            model.put("in", in);
            model.put("qr", Qr.svg(in, messages.say(lang, "session.wall.qr")));
        }
        return model;
    }

    /** A new code is a change too; both numbers only grow. */
    long version(SessionView view) {
        return view.version() + code.slot();
    }
}
