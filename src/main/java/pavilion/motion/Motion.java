package pavilion.motion;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.poll.Question;
import pavilion.rules.procedure.Edit;

/**
 * A motion to amend, or on procedure, on an agenda item; and what became of it.
 *
 * @param number among the amendments of its item, or among its procedural motions
 * @param person who moved it; null where the moderator names somebody without a phone
 * @param name as everybody reads it
 * @param change null where it is no amendment
 * @param detail to whom something is referred
 * @param objected somebody present objected: only a vote decides
 * @param how by what it was decided, null while it is pending, withdrawn or fallen
 * @param became the version of the text that it made, if it was adopted
 */
public record Motion(
        long id,
        long item,
        Kind kind,
        int number,
        @Nullable Long person,
        String name,
        @Nullable Change change,
        String detail,
        State state,
        boolean objected,
        @Nullable Means how,
        @Nullable Long poll,
        @Nullable Integer became,
        Instant movedAt,
        @Nullable Instant decidedAt) {

    /** What an amendment does: the version of the text that it changes, how, and the whole text as it would then read. */
    public record Change(int base, List<Edit> edits, String text) {}

    /** What is moved: another text, or something about the item and the session. */
    public enum Kind {
        AMEND,
        CLOSE,
        LATER,
        POSTPONE,
        REFER,
        RECESS;

        static final List<Kind> PROCEDURAL = List.of(CLOSE, LATER, POSTPONE, REFER, RECESS);

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        Question.Purpose purpose() {
            return this == AMEND ? Question.Purpose.AMENDMENT : Question.Purpose.PROCEDURE;
        }
    }

    /** While a motion is CONSENT those present are asked whether anybody objects; while it is VOTING they vote. */
    public enum State {
        MOVED,
        CONSENT,
        VOTING,
        ADOPTED,
        REFUSED,
        WITHDRAWN,
        FALLEN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** By what it was decided. Its key is stored in the database and never changes. */
    public enum Means {
        CONSENT,
        VOTE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable Means of(@Nullable String key) {
            return key == null ? null : valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    public boolean amends() {
        return kind == Kind.AMEND;
    }

    public boolean pending() {
        return state == State.MOVED || undecided();
    }

    /** Those present are being asked about it, or are voting on it. */
    public boolean undecided() {
        return state == State.CONSENT || state == State.VOTING;
    }

    boolean by(long someone) {
        return person != null && person == someone;
    }

    /** An amendment of a text that has changed in the same lines since. */
    boolean stale(int version) {
        return change != null && pending() && change.base() < version;
    }
}
