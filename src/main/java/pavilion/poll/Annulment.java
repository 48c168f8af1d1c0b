package pavilion.poll;

import java.time.Instant;
import pavilion.text.Phrases;

/**
 * That a poll is void: whatever shows a poll says so in this one sentence.
 *
 * @param at when it was made void
 * @param post who made it void: the post, never a name
 */
public record Annulment(String reason, Instant at, String post) {
    /** The sentence that templates say by the partial {@code poll/annulled}. */
    public String sentence(Phrases phrases) {
        return phrases.say("poll.annulled", phrases.when(at), phrases.post(post), reason);
    }
}
