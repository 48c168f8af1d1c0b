package pavilion.session.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.session.SessionKind;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.FormData;

/** The fields that every call has: kind, title, hour and venue. */
public final class CallForm {
    private CallForm() {}

    static Calls.Call read(FormData form) {
        Optional<SessionKind> kind = SessionKind.of(form.text("kind"));
        if (kind.isEmpty()) {
            form.wrong("kind", "web.form.choose");
        }
        return new Calls.Call(
                kind.orElse(SessionKind.COURTYARD),
                form.required("title", 60),
                form.optional("venue", 60),
                moment(form, "starts"));
    }

    /** What a date-and-time field sends: 2026-03-16T19:30, the time of the place. */
    static Instant moment(FormData form, String name) {
        try {
            return LocalDateTime.parse(form.text(name))
                    .atZone(CommunityTime.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            form.wrong(name, "session.refused.moment");
            return Instant.EPOCH;
        }
    }

    /** The same, for a field to change it in. */
    static String field(Instant at) {
        return LocalDateTime.ofInstant(at, CommunityTime.ZONE).toString();
    }

    static List<Map<String, Object>> kinds(Phrases phrases, String chosen) {
        return SessionKind.keys().stream()
                .map(key -> choice(key, phrases.say("calling.kind." + key), key.equals(chosen)))
                .toList();
    }

    public static Map<String, Object> choice(String value, String label, boolean selected) {
        return Map.of("value", value, "label", label, "selected", selected);
    }
}
