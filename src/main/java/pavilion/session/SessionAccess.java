package pavilion.session;

import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.web.Access;
import pavilion.web.HttpError;
import pavilion.web.Request;

/** The session that a page's path names, for those who may see or moderate it. */
public final class SessionAccess {
    public static final Access MODERATORS = Access.of(Role.MODERATOR, Role.COMMITTEE);

    private final Database db;

    public SessionAccess(Database db) {
        this.db = db;
    }

    /**
     * The session itself, whoever asks.
     *
     * @throws HttpError 404 where there is none
     */
    public Session session(Request request) {
        return SessionStore.find(db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
    }

    /** @throws HttpError 404 where there is none, 403 for those whom its place does not concern */
    public Session mine(Request request) {
        Session session = session(request);
        requireBelongs(request, session);
        return session;
    }

    /** @throws HttpError 404 where there is none, 403 for those who do not moderate it */
    public Session moderated(Request request) {
        Session session = session(request);
        if (!moderates(request.user(), session)) {
            throw HttpError.forbidden("session.stop.moderator");
        }
        return session;
    }

    /** @throws HttpError 403 for those whom its place does not concern */
    public static void requireBelongs(Request request, Session session) {
        if (!request.user().belongs(session.community(), session.place().path())) {
            throw HttpError.forbidden("session.stop.elsewhere");
        }
    }

    public static boolean moderates(CurrentUser user, Session session) {
        return holds(user, session, Role.MODERATOR, Role.COMMITTEE);
    }

    /** Whether this person has one of these posts where the session is held. */
    public static boolean holds(CurrentUser user, Session session, Role... posts) {
        for (Role post : posts) {
            if (user.has(post, session.community(), session.place().path())) {
                return true;
            }
        }
        return false;
    }

    /** Whoever asks, with the post that they have where the session is held. */
    public static Actor actor(Request request, Session session) {
        return Actor.of(request.user(), session.community(), session.place().path());
    }

    public static String url(Request request, Session session) {
        return url(request, session.id());
    }

    public static String url(Request request, long session) {
        return "/c/" + request.community().code() + "/sessions/" + session;
    }
}
