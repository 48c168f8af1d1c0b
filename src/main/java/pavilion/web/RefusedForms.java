package pavilion.web;

import io.vertx.ext.web.FileUpload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form that was refused stays with what was typed: the page on which it stood is made again, as it is now, with the sentence
 * above it and at the form, and everything typed and chosen in its fields. Where that page is not known or has no such form (any
 * more), what was typed is shown beside the sentence. Passwords are never shown, files have to be chosen again.
 */
final class RefusedForms {
    private final ErrorPages problems;
    private final List<Route> routes;

    /** @param routes in the order in which the router tries them */
    RefusedForms(ErrorPages problems, List<Route> routes) {
        this.problems = problems;
        this.routes = routes;
    }

    /** Runs on a virtual thread: the page that is made again may wait. */
    Response answer(Request request, HttpError stop) {
        TypedForm typed = new TypedForm(request.form());
        boolean files = files(request);
        String before = PageAddress.referer(request.headers());
        if (stop.status() < 500 && !before.isEmpty()) {
            Optional<Response> page =
                    PageAddress.of(routes, before).flatMap(it -> page(request, it, stop, typed, files));
            if (page.isPresent()) {
                return page.get();
            }
        }
        // Another site may have sent it, and its words do not belong on a page of ours.
        boolean ours = !before.isEmpty() || request.form().carries(request.csrf());
        return problems.answer(request, stop, ours ? typed.texts() : List.of(), ours && files);
    }

    private Optional<Response> page(
            Request request, PageAddress address, HttpError stop, TypedForm typed, boolean files) {
        Response fresh;
        try {
            Request there = request.on(address);
            address.route().access().check(request.userOrNull(), there.communityOrNull());
            fresh = address.route().page() == null
                    ? null
                    : address.route().page().apply(there);
        } catch (RuntimeException gone) {
            // It is closed, or not for this person (any more): then the sentence stands alone.
            return Optional.empty();
        }
        if (fresh == null || fresh.status != 200 || !fresh.isPage()) {
            return Optional.empty();
        }
        Document page = Jsoup.parse(fresh.body.toString());
        page.outputSettings().prettyPrint(false);
        Element main = page.selectFirst("main");
        if (main == null) {
            return Optional.empty();
        }
        String path = address.uri().split("\\?", 2)[0];
        Optional<Element> form = typed.find(page, path, request.sentTo());
        List<String> left = form.map(typed::fill).orElseGet(typed::texts);
        form.ifPresent(it -> beside(request, it, stop, files));
        main.prepend(part(
                request,
                "web/refused",
                Map.of(
                        "sentence",
                        request.say(stop.refusal()),
                        "form",
                        form.isPresent(),
                        "texts",
                        left,
                        "files",
                        files && form.isEmpty())));
        return Optional.of(Response.html(stop.status(), page.outerHtml()));
    }

    /**
     * The answer of a page that shows its own form again: what was typed is put into it, unless the page has put something better
     * there ({@code data-merged}).
     */
    Response keep(Request request, Response answer) {
        Document page = Jsoup.parse(answer.body.toString());
        page.outputSettings().prettyPrint(false);
        Element main = page.selectFirst("main");
        if (main == null) {
            return answer;
        }
        TypedForm typed = new TypedForm(request.form());
        Optional<Element> form = typed.find(page, request.sentTo(), request.sentTo());
        form.filter(it -> !it.hasAttr("data-merged")).ifPresent(typed::fill);
        List<String> left = typed.missing(main);
        boolean files = files(request);
        if (!left.isEmpty() || files) {
            form.orElse(main).prepend(part(request, "web/typed", Map.of("texts", left, "files", files)));
        }
        return Response.html(answer.status, page.outerHtml());
    }

    private static boolean files(Request request) {
        return request.uploads().stream().anyMatch((FileUpload file) -> file.size() > 0);
    }

    private static void beside(Request request, Element form, HttpError stop, boolean files) {
        form.prepend(
                part(request, "web/refused-form", Map.of("sentence", request.say(stop.refusal()), "files", files)));
        for (Element around = form.parent(); around != null; around = around.parent()) {
            if (around.normalName().equals("details")) {
                around.attr("open", true);
            }
        }
    }

    private static String part(Request request, String template, Map<String, Object> model) {
        return request.text(template, model);
    }
}
