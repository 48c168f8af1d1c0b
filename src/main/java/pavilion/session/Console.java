package pavilion.session;

import pavilion.identity.Actor;
import pavilion.rules.Refused;
import pavilion.web.Request;
import pavilion.web.Response;

/** The moderator's page, as the packages see it whose buttons stand on it. */
public interface Console {
    /** What a button does. */
    interface Act {
        void on(Session session, Actor by);
    }

    /**
     * Does something to the session of the path and shows the console again; a refusal is said there, with what was typed.
     *
     * @throws pavilion.web.HttpError 404 where there is no such session, 403 for those who do not moderate it
     */
    Response act(Request request, Act act);

    /** The console of a session with the sentence of a refusal, as a 409. */
    Response refused(Request request, int community, long session, Refused refused);
}
