package pavilion.web;

import io.vertx.core.http.HttpMethod;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import pavilion.support.TestBrowser;

/**
 * Fills every form of the pages that somebody sees, once for each address, and sends it with a form token that is too old:
 * nothing is changed by it, and what was typed must be in the answer.
 */
final class TypedTextFixture {
    private static final String TYPED = "句子 <b> & \"x\" 'y'";

    private final List<Route> posts;
    private final String url;
    /** Addresses whose form was sent. */
    private final Set<String> sent = new TreeSet<>();

    private final List<String> lost = new ArrayList<>();

    TypedTextFixture(List<Route> routes, String url) {
        this.posts = routes.stream()
                .filter(route -> route.method() == HttpMethod.POST && route.form())
                .toList();
        this.url = url;
    }

    /** Those of these addresses whose form stood on no page so far. */
    List<String> unseen(List<String> addresses) {
        return addresses.stream().filter(address -> !sent.contains(address)).toList();
    }

    /** What was typed and is not in the answer, in words. */
    List<String> lost() {
        return lost;
    }

    void page(TestBrowser browser, String path, String html) {
        // A part of a page is no page that a form is sent from, and the forms of the samples are sent nowhere.
        for (Element form : Jsoup.parse(html).select("main form[method=post]:not([action^=#])")) {
            String action = form.attr("action").isEmpty() ? path.split("\\?", 2)[0] : form.attr("action");
            Optional<Route> route = route(action);
            if (route.isEmpty()) {
                lost.add("a form on " + path + " is sent to " + action + ", which is no route");
            } else if (sent.add(route.get().path())) {
                send(browser, path, action, form, route.get());
            }
        }
    }

    private Optional<Route> route(String action) {
        return posts.stream()
                .filter(route -> action.matches(route.path().replaceAll(":[a-z]+", "[^/]+")))
                .findFirst();
    }

    private void send(TestBrowser browser, String path, String action, Element form, Route route) {
        Map<String, String> fields = filled(form, route);
        fields.put("csrf", "old");
        HttpResponse<String> answer = browser.post(
                action,
                "application/x-www-form-urlencoded",
                TestBrowser.encode(fields).getBytes(StandardCharsets.UTF_8),
                "Referer",
                url + path);
        Optional<Element> again = Jsoup.parse(answer.body()).select("form[method=post]").stream()
                .filter(it -> !it.select("#refused").isEmpty())
                .findFirst();
        if (answer.statusCode() != 403 || again.isEmpty()) {
            lost.add(route.path() + " on " + path + ": " + answer.statusCode() + ", the form is not on the answer");
            return;
        }
        for (Element control : again.get().select("input, textarea, select")) {
            String name = control.attr("name");
            String held = held(control);
            if (held != null && fields.containsKey(name) && !held.equals(fields.get(name))) {
                lost.add(route.path() + " on " + path + ": " + name + " holds “" + held + "” instead of “"
                        + fields.get(name) + "”");
            }
        }
    }

    /** As the browser would send it; of radios the last, all boxes ticked. */
    private static Map<String, String> filled(Element form, Route route) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element control : form.select("input, textarea, select")) {
            String name = control.attr("name");
            if (!name.isEmpty() && route.fields().stream().anyMatch(field -> field.covers(name))) {
                fields.put(name, typed(control));
            }
        }
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String typed(Element control) {
        if (control.normalName().equals("select")) {
            return value(control.select("option").last());
        }
        return switch (control.attr("type")) {
            case "hidden", "radio", "checkbox" -> value(control);
            case "password", "file", "submit" -> "";
            case "number" -> "7";
            case "date" -> "2026-03-20";
            case "datetime-local" -> "2026-03-20T19:30";
            default -> TYPED;
        };
    }

    /** What the browser would send of it; null for what holds nothing that was typed or chosen. */
    private static String held(Element control) {
        if (control.normalName().equals("select")) {
            Element chosen = control.selectFirst("option[selected]");
            return chosen == null ? "" : value(chosen);
        }
        return switch (control.attr("type")) {
            case "hidden", "file", "submit" -> null;
            case "radio", "checkbox" -> control.hasAttr("checked") ? value(control) : null;
            case "password" -> "";
            default -> control.normalName().equals("textarea") ? control.wholeText() : control.attr("value");
        };
    }

    private static String value(Element control) {
        return control.hasAttr("value") ? control.attr("value") : control.text();
    }

    /**
     * @param typed what a refused form carried
     * @return the texts that the answer does not hold
     */
    List<String> missing(String path, Map<String, String> typed, HttpResponse<String> answer) {
        String text = Jsoup.parse(answer.body()).select("main, textarea, input").stream()
                .map(control -> control.normalName().equals("input") ? control.attr("value") : control.wholeText())
                .reduce("", (all, one) -> all + "\n" + one);
        List<String> missing = new ArrayList<>();
        for (FormField field : route(path).map(Route::fields).orElse(List.of())) {
            if (field.kind() == FormField.Kind.TEXT) {
                typed.forEach((name, value) -> {
                    if (field.covers(name) && !value.isBlank() && !text.contains(value)) {
                        missing.add(name + " “" + value + "”");
                    }
                });
            }
        }
        return missing;
    }
}
