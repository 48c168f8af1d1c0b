package pavilion.rulebook;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pavilion.rules.Basis;
import pavilion.rules.Comparison;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.Threshold;
import pavilion.web.FormData;
import pavilion.web.FormField;

/** The form for one adopted rule, on top of one of the law: each share that the law asks for may be raised. */
final class AdoptedRuleForm {
    private static final String GE = "ge";
    private static final String GT = "gt";
    // Two whole numbers of at most 19 digits.
    private static final int FRACTION = 40;
    /** All fields of the form; the shares of each part are numbered. */
    static final FormField[] FIELDS = {
        FormField.choice("base"),
        FormField.text("name", 60),
        FormField.text("text", 20_000),
        FormField.text("quorum*", FRACTION),
        FormField.text("pass*", FRACTION),
        FormField.choice("sign-*", GE, GT),
        FormField.checkbox("remote"),
        FormField.checkbox("parking"),
        FormField.checkbox("secret"),
        FormField.date("from"),
        FormField.choice("replaces"),
        FormField.key("key")
    };

    private final Rule law;

    AdoptedRuleForm(Rule law) {
        this.law = law;
    }

    /** One share of the law, and the names of the fields it is raised in. */
    record Share(String field, Threshold threshold) {
        String sign() {
            return "sign-" + field;
        }
    }

    List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        law.quorum().thresholds().forEach(each -> shares.add(new Share("quorum" + shares.size(), each)));
        int quorum = shares.size();
        law.pass().thresholds().forEach(each -> shares.add(new Share("pass" + (shares.size() - quorum), each)));
        return shares;
    }

    /** What stands in the fields before anybody typed: the law's own shares. */
    Map<String, String> blank(LocalDate today) {
        Map<String, String> values = new HashMap<>();
        values.put("from", today.toString());
        for (Share share : shares()) {
            values.put(share.field(), share.threshold().fraction().toString());
            values.put(share.sign(), sign(share.threshold().comparison()));
        }
        return values;
    }

    static String sign(Comparison comparison) {
        return comparison == Comparison.GE ? GE : GT;
    }

    /** Whether the rule can say that those who attend online are present. */
    boolean meets() {
        return law.basis() != Basis.OWNER && !law.quorum().empty();
    }

    /** Whether the rule can say that parking spaces count. */
    boolean owners() {
        return law.basis() == Basis.OWNER;
    }

    /** Whether the rule can say that ballots are secret: the law has them named, and no area is published with them. */
    boolean choosesSecrecy() {
        return law.basis() != Basis.OWNER && law.secrecy() == Secrecy.NAMED;
    }

    /** The data of the rule; what is wrong stands at its field. */
    Map<String, Object> read(FormData form, LocalDate today) {
        Map<String, Object> data = new HashMap<>();
        data.put("name", form.required("name"));
        data.put("text", form.required("text"));
        data.put("base", law.id());
        data.put("from", day(form, today));
        data.put("quorum", changed(form, "quorum"));
        data.put("pass", changed(form, "pass"));
        data.put("remote", meets() && form.checked("remote"));
        data.put("parking", owners() && form.checked("parking"));
        if (choosesSecrecy() && form.checked("secret")) {
            data.put("secret", true);
        }
        return data;
    }

    private List<String> changed(FormData form, String part) {
        return shares().stream()
                .filter(share -> share.field().startsWith(part))
                .flatMap(share -> changed(form, share))
                .toList();
    }

    private Stream<String> changed(FormData form, Share share) {
        Threshold law = share.threshold();
        String words = form.oneOf(share.sign(), List.of(GE, GT)).equals(GT) ? "more than" : "at least";
        String fraction = form.optional(share.field()).replace(" ", "");
        try {
            Threshold own = Threshold.parse(law.measure().words() + " " + words + " " + fraction + " of "
                    + law.of().words());
            return own.equals(law) ? Stream.empty() : Stream.of(own.text());
        } catch (Refused unreadable) {
            form.wrong(share.field(), "charter.form.fraction");
            return Stream.empty();
        }
    }

    private static String day(FormData form, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(form.text("from"));
            if (!day.isBefore(today)) {
                return day.toString();
            }
        } catch (DateTimeParseException e) {
            // the form says so below
        }
        form.wrong("from", "charter.form.day");
        return today.toString();
    }
}
