package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pavilion.web.Route;

/** Every form and link that a template writes leads to a route; those whose address comes from the model are not seen. */
class FormActionsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*?>");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"(/[^\"]*|\\{\\{[./@a-z]*at}}/[^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("\\bhref=\"(/(?!static)[^\"]+|\\{\\{[./@a-z]*at}}/[^\"]*)\"");
    private static final Pattern CHOICE =
            Pattern.compile("\\{\\{#(?:if|unless) [^}]*}}([^{]*)(?:\\{\\{else}}([^{]*))?\\{\\{/(?:if|unless)}}");

    @Test
    void everyActionAndEveryLinkHasARoute() {
        List<Route> routes = AllRoutes.list();
        List<String> lost = new ArrayList<>();
        int seen = 0;
        for (Path template : Sources.under(TEMPLATES, ".hbs")) {
            String text = Sources.read(template);
            for (Matcher form = FORM.matcher(text); form.find(); ) {
                Matcher action = ACTION.matcher(form.group());
                if (action.find()) {
                    HttpMethod method = form.group().contains("method=\"post\"") ? HttpMethod.POST : HttpMethod.GET;
                    seen += check(template, method, action.group(1), routes, lost);
                }
            }
            for (Matcher link = LINK.matcher(text); link.find(); ) {
                seen += check(template, HttpMethod.GET, link.group(1), routes, lost);
            }
        }
        assertTrue(seen > 150, "only " + seen + " addresses seen");
        SourcesTest.none(lost.stream());
    }

    private static int check(Path template, HttpMethod method, String written, List<Route> routes, List<String> lost) {
        List<String> addresses = alternatives(written);
        for (String address : addresses) {
            String path = address.replaceFirst("^\\{\\{[./@a-z]*at}}", "/c/x")
                    .replaceAll("[?#].*", "")
                    .replaceAll("\\{\\{[^}]*}}", "x");
            if (routes.stream().noneMatch(route -> route.method().equals(method) && matches(route.path(), path))) {
                lost.add(template + ": " + method + " " + address);
            }
        }
        return addresses.size();
    }

    /** What an address may become by the conditions that stand in it. */
    private static List<String> alternatives(String written) {
        Matcher choice = CHOICE.matcher(written);
        if (!choice.find()) {
            return List.of(written);
        }
        List<String> all = new ArrayList<>();
        for (String chosen : List.of(choice.group(1), choice.group(2) == null ? "" : choice.group(2))) {
            all.addAll(alternatives(written.substring(0, choice.start()) + chosen + written.substring(choice.end())));
        }
        return all;
    }

    private static boolean matches(String route, String path) {
        String[] wanted = route.split("/", -1);
        String[] parts = path.split("/", -1);
        if (wanted.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!wanted[i].startsWith(":") && !wanted[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
