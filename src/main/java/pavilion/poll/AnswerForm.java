package pavilion.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refused;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.web.FormData;
import pavilion.web.FormField;

/** Reads the answer from a ballot's form, whatever the question asks for; the fields work without script. */
final class AnswerForm {
    /** Every form for one ballot: its key, whose ballot it is, and what {@link #read} reads. The event loop reads it too. */
    static final FormField[] FIELDS = {
        FormField.key("key"),
        FormField.choice("voter"),
        FormField.choice("choice"),
        FormField.choice("plan"),
        FormField.number("p*")
    };

    /** The same and what one page asks beside it. */
    static FormField[] fields(FormField... more) {
        return Stream.concat(Stream.of(FIELDS), Stream.of(more)).toArray(FormField[]::new);
    }

    private AnswerForm() {}

    /** @throws Refused with a sentence where nothing, or two things at once, were chosen */
    static String read(FormData form, @Nullable OptionSet optionSet) {
        List<String> chosen = form.all("choice");
        if (optionSet == null || optionSet.method() == Method.PLURALITY) {
            return Choice.checked(optionSet, chosen.size() == 1 ? chosen.getFirst() : "");
        }
        String plans = switch (optionSet.method().needs()) {
            case ORDER -> order(form, optionSet);
            case MARKS -> marks(form, optionSet);
            case TICKS, MONEY -> String.join(",", form.all("plan"));
        };
        if (chosen.isEmpty() && plans.isEmpty()) {
            throw new Refused("poll.refused.answer");
        }
        if (chosen.size() > 1 || (!chosen.isEmpty() && !plans.isEmpty())) {
            throw new Refused("poll.refused.both");
        }
        return Choice.checked(optionSet, chosen.isEmpty() ? plans : chosen.getFirst());
    }

    // "First", "second" … beside each plan; left open it stands below all that are named.
    private static String order(FormData form, OptionSet optionSet) {
        TreeMap<Integer, Integer> places = new TreeMap<>();
        for (int plan = 1; plan <= optionSet.plans().size(); plan++) {
            String place = form.text("p" + plan);
            if (place.matches("[1-9][0-9]?") && places.putIfAbsent(Integer.valueOf(place), plan) != null) {
                throw new Refused("poll.refused.place-twice", Integer.valueOf(place));
            }
        }
        return places.values().stream().map(String::valueOf).collect(Collectors.joining(">"));
    }

    private static String marks(FormData form, OptionSet optionSet) {
        List<String> marks = new ArrayList<>();
        for (int plan = 1; plan <= optionSet.plans().size(); plan++) {
            String mark = form.text("p" + plan);
            if (!mark.isEmpty()) {
                marks.add(plan + ":" + mark);
            }
        }
        return String.join(",", marks);
    }
}
