package pavilion.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One button of a form that a page shows.
 *
 * @param page the address of the page
 * @param key the kind of act: method, pattern of the address and the words that choose between acts on it
 * @param pressed name and value that the button sends; null where it sends none
 */
record PageForm(
        String page,
        String method,
        String action,
        boolean multipart,
        String key,
        List<FormInput> inputs,
        @Nullable FormEntry pressed) {
    static final String CSRF = "csrf";
    private static final Pattern WORD = Pattern.compile("[a-z][a-z_-]{0,24}");
    private static final Pattern CHOOSES = Pattern.compile("way|move|kind|deed|role|act");

    boolean post() {
        return method.equals("post");
    }

    static List<PageForm> of(Document page, String path) {
        List<PageForm> all = new ArrayList<>();
        for (Element form : page.select("form")) {
            List<FormInput> inputs = new ArrayList<>();
            List<Element> buttons = new ArrayList<>();
            for (Element each : page.select("input, select, textarea, button")) {
                if (!form.equals(owner(page, each)) || each.hasAttr("disabled")) {
                    continue;
                }
                if (submits(each)) {
                    buttons.add(each);
                } else if (!each.attr("name").isEmpty() && !each.normalName().equals("button")) {
                    inputs.add(input(page, each));
                }
            }
            if (buttons.isEmpty()) {
                all.add(form(form, path, inputs, null));
            }
            buttons.forEach(button -> all.add(form(form, path, inputs, button)));
        }
        return all;
    }

    private static @Nullable Element owner(Document page, Element control) {
        return control.hasAttr("form") ? page.getElementById(control.attr("form")) : control.closest("form");
    }

    private static boolean submits(Element control) {
        String type = control.attr("type");
        return control.normalName().equals("button")
                ? type.isEmpty() || type.equals("submit")
                : control.normalName().equals("input") && type.equals("submit");
    }

    private static PageForm form(Element form, String path, List<FormInput> inputs, @Nullable Element button) {
        String method = form.attr("method").equalsIgnoreCase("post") ? "post" : "get";
        String action = form.attr("action");
        if (button != null && button.hasAttr("formaction")) {
            action = button.attr("formaction");
        }
        if (action.isEmpty() || action.startsWith("#")) {
            action = path;
        }
        FormEntry pressed = button == null || button.attr("name").isEmpty()
                ? null
                : FormEntry.of(button.attr("name"), button.attr("value"));
        StringBuilder key =
                new StringBuilder(method.toUpperCase(java.util.Locale.ROOT) + " " + Addresses.pattern(action));
        for (FormInput each : inputs) {
            if (each.hidden()
                    && CHOOSES.matcher(each.name()).matches()
                    && WORD.matcher(each.value()).matches()) {
                key.append(' ').append(each.name()).append('=').append(each.value());
            }
        }
        if (pressed != null && WORD.matcher(pressed.value()).matches()) {
            key.append(' ').append(pressed.name()).append('=').append(pressed.value());
        }
        boolean multipart = form.attr("enctype").equals("multipart/form-data");
        return new PageForm(path, method, action, multipart, key.toString(), List.copyOf(inputs), pressed);
    }

    private static FormInput input(Document page, Element it) {
        String type = it.normalName().equals("input") ? first(it.attr("type"), "text") : it.normalName();
        if (type.equals("text") && it.attr("inputmode").equals("numeric")) {
            type = "number";
        }
        List<String> options = switch (type) {
            case "select" -> it.select("option:not([disabled])").eachAttr("value");
            default -> {
                Element list = it.hasAttr("list") ? page.getElementById(it.attr("list")) : null;
                yield list == null ? List.<String>of() : list.select("option").eachAttr("value");
            }
        };
        Element chosen = it.selectFirst("option[selected]");
        String value = switch (type) {
            case "textarea" -> it.wholeText();
            case "select" -> chosen != null ? chosen.attr("value") : options.isEmpty() ? "" : options.getFirst();
            case "checkbox", "radio" -> first(it.attr("value"), "on");
            default -> it.attr("value");
        };
        String longest = it.attr("maxlength");
        return new FormInput(
                type,
                it.attr("name"),
                value,
                it.hasAttr("checked"),
                it.hasAttr("required"),
                options,
                it.attr("min"),
                it.attr("max"),
                longest.isEmpty() ? 0 : Integer.parseInt(longest));
    }

    private static String first(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }
}
