package pavilion.session.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import pavilion.session.Session;
import pavilion.session.SessionKind;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.SelectOption;

/** The fields of every call: kind, title, hour and venue. */
public final class CallForm {
    static final FormField KIND = FormField.choice("kind", SessionKind.keys().toArray(String[]::new));
    static final FormField TITLE = FormField.text("title", 60);
    static final FormField STARTS = FormField.date("starts");
    static final FormField VENUE = FormField.text("venue", 60);

    private CallForm() {}

    static Session.Call read(FormData form) {
        Optional<SessionKind> kind = SessionKind.of(form.text("kind"));
        if (kind.isEmpty()) {
            form.wrong("kind", "web.form.choose");
        }
        return new Session.Call(
                kind.orElse(SessionKind.COURTYARD),
                form.required("title"),
                form.optional("venue"),
                moment(form, "starts"));
    }

    /**
     * What a date-and-time field sends: {@code 2026-03-16T19:30}, in the time zone of the community.
     *
     * @return {@link Instant#EPOCH} where it is none; then the form has an error
     */
    public static Instant moment(FormData form, String name) {
        try {
            return LocalDateTime.parse(form.text(name))
                    .atZone(CommunityTime.ZONE)
                    .toInstant();
        } catch (DateTimeException e) {
            form.wrong(name, "session.refused.moment");
            return Instant.EPOCH;
        }
    }

    /** The value of a date-and-time field. */
    static String field(Instant at) {
        return LocalDateTime.ofInstant(at, CommunityTime.ZONE).toString();
    }

    static List<SelectOption> kinds(Phrases phrases, String chosen) {
        return SessionKind.keys().stream()
                .map(key -> new SelectOption(key, phrases.say("calling.kind." + key), key.equals(chosen)))
                .toList();
    }
}
