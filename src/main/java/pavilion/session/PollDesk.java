package pavilion.session;

import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.poll.Poll;
import pavilion.poll.Polling;
import pavilion.web.Role;
import pavilion.web.Stop;
import pavilion.web.Visit;

/** The poll of a page's path, for those who have one of some posts where its matter lies. */
final class PollDesk {
    private final Database db;
    private final Polling polling;

    PollDesk(Database db, Polling polling) {
        this.db = db;
        this.polling = polling;
    }

    /** @throws Stop 404 where there is none, 403 for everybody else */
    Poll poll(Visit visit, Role... posts) {
        Poll poll = polling.find(db.plain(), visit.here().id(), visit.id("id")).orElseThrow(Stop::notFound);
        String path = polling.placePath(poll);
        for (Role post : posts) {
            if (visit.me().has(post, poll.community(), path)) {
                return poll;
            }
        }
        throw Stop.forbidden("session.stop.moderator");
    }

    Actor actor(Visit visit, Poll poll) {
        return Actor.of(visit.me(), poll.community(), polling.placePath(poll));
    }
}
