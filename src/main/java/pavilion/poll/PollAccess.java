package pavilion.poll;

import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.web.HttpError;
import pavilion.web.Request;

/** The poll that a page's path names, for those who have a certain post where its matter lies. */
public final class PollAccess {
    private final Database db;
    private final Polls polls;

    public PollAccess(Database db, Polls polls) {
        this.db = db;
        this.polls = polls;
    }

    /** @throws HttpError 404 where there is none, 403 for everybody else */
    public Poll poll(Request request, Role... posts) {
        Poll poll = polls.find(db.plain(), request.community().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
        String path = polls.placePath(poll);
        for (Role post : posts) {
            if (request.user().has(post, poll.community(), path)) {
                return poll;
            }
        }
        throw HttpError.forbidden("session.stop.moderator");
    }

    public Actor actor(Request request, Poll poll) {
        return Actor.of(request.user(), poll.community(), polls.placePath(poll));
    }
}
