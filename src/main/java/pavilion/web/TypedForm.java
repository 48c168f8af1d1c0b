package pavilion.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What somebody typed and chose in a form, put back into the same form of a fresh page. */
final class TypedForm {
    private static final String CONTROLS = "input, textarea, select";

    private final Map<String, List<String>> texts;
    private final Map<String, List<String>> all = new LinkedHashMap<>();

    TypedForm(FormData form) {
        texts = form.sent(FormField.Kind.TEXT);
        for (FormField.Kind kind : FormField.Kind.values()) {
            if (kind != FormField.Kind.PASSWORD && kind != FormField.Kind.FILE) {
                all.putAll(form.sent(kind));
            }
        }
    }

    /** The texts that were typed, in their order. */
    List<String> texts() {
        return texts.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The form of this page that is sent to an address; of several (one in each line of a list) the one whose hidden fields are as
     * they were sent, and which has the fields that were sent.
     *
     * @param path of the page itself, where a form that names no address is sent to
     */
    Optional<Element> find(Document page, String path, String action) {
        return page.select("form[method=post]").stream()
                .filter(form -> action.equals(form.attr("action").isEmpty() ? path : form.attr("action")))
                .max(Comparator.comparingInt((Element form) -> likeness(form)));
    }

    private int likeness(Element form) {
        int likeness = 0;
        for (Element control : form.select(CONTROLS)) {
            List<String> sent = all.get(control.attr("name"));
            if (sent != null) {
                boolean fixed = control.attr("type").equals("hidden");
                likeness += !fixed ? 1 : sent.contains(control.attr("value")) ? 2 : -2;
            }
        }
        return likeness;
    }

    /**
     * Fills the form. Hidden fields are those of the fresh page: what is decided on now, and a key that nothing was done under.
     *
     * @return the texts for which it has no field (any more)
     */
    List<String> fill(Element form) {
        Map<String, Integer> used = new HashMap<>();
        for (Element control : form.select(CONTROLS)) {
            String name = control.attr("name");
            List<String> sent = all.getOrDefault(name, List.of());
            switch (control.normalName().equals("input") ? control.attr("type") : control.normalName()) {
                case "hidden", "password", "file", "submit" -> {}
                case "radio", "checkbox" -> choose(control, "checked", sent);
                case "select" -> control.select("option").forEach(option -> choose(option, "selected", sent));
                case "textarea" -> control.text(next(used, name, sent));
                default -> control.attr("value", next(used, name, sent));
            }
        }
        List<String> left = new ArrayList<>();
        texts.forEach((name, sent) -> {
            boolean hidden = form.select("input[type=hidden]").stream()
                    .anyMatch(field -> field.attr("name").equals(name));
            if (!hidden) {
                left.addAll(sent.subList(Math.min(sent.size(), used.getOrDefault(name, 0)), sent.size()));
            }
        });
        // Live updates leave such a form alone: to the browser, what was typed is now what the page came with.
        form.attr("data-kept", used.isEmpty() ? "choice" : "text");
        return left;
    }

    /** The texts that a part of a page shows nowhere. */
    List<String> missing(Element part) {
        String shown = part.wholeText() + part.select("input").eachAttr("value");
        return texts.entrySet().stream()
                .filter(sent -> part.select("input[type=hidden]").stream()
                        .noneMatch(field -> field.attr("name").equals(sent.getKey())))
                .flatMap(sent -> sent.getValue().stream())
                .filter(text -> !shown.contains(text))
                .toList();
    }

    private static void choose(Element option, String mark, List<String> sent) {
        String value = option.hasAttr("value") ? option.attr("value") : option.text();
        if (sent.contains(value)) {
            option.attr(mark, true);
        } else {
            option.removeAttr(mark);
        }
    }

    private static String next(Map<String, Integer> used, String name, List<String> sent) {
        int at = used.merge(name, 1, Integer::sum) - 1;
        return at < sent.size() ? sent.get(at) : "";
    }
}
