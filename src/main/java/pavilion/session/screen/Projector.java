package pavilion.session.screen;

import java.util.Map;
import pavilion.document.Qr;
import pavilion.identity.Tokens;
import pavilion.session.Session;
import pavilion.session.presence.CheckInCode;
import pavilion.text.Messages;

/** The screen in the hall: who may show it, and the code on it, which is another one every half minute. */
public final class Projector {
    private final Tokens secrets;
    private final CheckInCode code;
    private final Messages messages;
    private final String publicUrl;

    /** @param publicUrl how phones reach the house */
    public Projector(Tokens secrets, CheckInCode code, Messages messages, String publicUrl) {
        this.secrets = secrets;
        this.code = code;
        this.messages = messages;
        this.publicUrl = publicUrl;
    }

    /** Whoever has it may show the wall of this meeting without signing in at the screen. */
    String screenKey(int community, long id) {
        return secrets.mark("screen", community + "/" + id);
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

    /** A new code is news too; both numbers only grow. */
    long version(SessionView view) {
        return view.version() + code.slot();
    }
}
