package pavilion.proxy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.rules.Refused;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.HttpError;
import pavilion.web.Request;

/** Reads what the forms for a letter have in common: its scope, powers and days. */
final class ProxyLetterForm {
    private static final int MAX_INSTRUCTION = 300;
    private static final int USUAL_DAYS = 30;
    private static final String FREE = "free";
    private static final String BOUND = "bound";
    private static final List<FormField> SHARED = List.of(
            FormField.choice("session"),
            FormField.choice("matter"),
            FormField.choice("voter"),
            FormField.choice("powers", FREE, BOUND),
            FormField.text("instruction", MAX_INSTRUCTION),
            FormField.date("from"),
            FormField.date("to"),
            FormField.key("key"));

    private final ProxyGrants grants;
    private final ProxyLetters letters;

    ProxyLetterForm(ProxyGrants grants, ProxyLetters letters) {
        this.grants = grants;
        this.letters = letters;
    }

    /** What every form for a letter carries, and what one of them asks for besides. */
    static FormField[] fields(FormField... own) {
        return Stream.concat(SHARED.stream(), Stream.of(own)).toArray(FormField[]::new);
    }

    /**
     * The session or the matter that a form or an address names, for somebody whose place it concerns.
     *
     * @return empty where neither or both are named
     */
    Optional<ProxyScope> scope(Request request, FormData asked) {
        long session = number(asked.text("session"));
        long matter = number(asked.text("matter"));
        if ((session == 0) == (matter == 0)) {
            return Optional.empty();
        }
        int community = request.community().id();
        ProxyScope scope = grants.scope(
                        community,
                        session == 0 ? null : Long.valueOf(session),
                        matter == 0 ? null : Long.valueOf(matter))
                .orElseThrow(HttpError::notFound);
        if (!request.user().belongs(community, scope.path())) {
            throw HttpError.forbidden("session.stop.elsewhere");
        }
        return Optional.of(scope);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** What the form holds: what was typed, otherwise what is usual. */
    Map<String, String> values(ProxyScope scope, Map<String, String> typed) {
        LocalDate today = letters.today();
        LocalDate last = scope.day() == null || scope.day().isBefore(today) ? today.plusDays(USUAL_DAYS) : scope.day();
        Map<String, String> values = new HashMap<>();
        values.put("from", today.toString());
        values.put("to", last.toString());
        values.put("signed", today.toString());
        values.put("powers", FREE);
        values.putAll(typed);
        return values;
    }

    /**
     * What was typed; what is wrong with it is noted in the form.
     *
     * @param paper whether the day of signing is asked for; otherwise it is today
     */
    LetterDraft draft(FormData form, boolean paper) {
        String powers = form.oneOf("powers", List.of(FREE, BOUND));
        String instruction = form.optional("instruction");
        if (powers.equals(BOUND) && instruction.isEmpty()) {
            form.wrong("instruction", "proxy.refused.instruction");
        }
        // A letter for a session is good until that session ends; only one for a matter has days.
        boolean days = form.text("session").isEmpty();
        LocalDate from = days ? day(form, "from") : letters.today();
        LocalDate to = days ? day(form, "to") : null;
        LocalDate signed = paper ? day(form, "signed") : letters.today();
        String key = form.text("key");
        if (key.isEmpty() || key.length() > 64) {
            form.wrong("key", "web.form.choose");
        }
        return new LetterDraft(
                form.number("voter", n -> n > 0, "web.form.choose"),
                powers.equals(BOUND) ? instruction : "",
                new ProxyLetter.Term(from, to, signed),
                key);
    }

    private static LocalDate day(FormData form, String name) {
        try {
            return LocalDate.parse(form.text(name));
        } catch (DateTimeException e) {
            form.wrong(name, "proxy.refused.day");
            return LocalDate.EPOCH;
        }
    }

    /** Puts a refusal at the field that can be corrected; one that no field can help stands above the form. */
    static void refused(FormData form, Refused refused, String holderField) {
        String key = refused.refusal().key();
        form.wrong(
                switch (key.replace("proxy.refused.", "")) {
                    case "code", "holder", "child", "elsewhere", "self", "limit", "given-away" -> holderField;
                    case "period", "past", "long" -> "to";
                    case "signed" -> "signed";
                    default -> "sentence";
                },
                refused.refusal());
    }
}
