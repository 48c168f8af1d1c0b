package pavilion.proxy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.electorate.Voter;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Letters on the phone: those I gave and those I hold, giving one, reading it, printing it, taking it back. */
public final class ProxyLetterPages {
    private static final int INSTRUCTION = 300;

    private final Database db;
    private final ProxyLetters letters;
    private final PaperPrinter printing;

    public ProxyLetterPages(Database db, ProxyLetters letters, PaperPrinter printing) {
        this.db = db;
        this.letters = letters;
        this.printing = printing;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.get("/c/:c/proxies", Access.SIGNED_IN, this::mine),
                Route.post("/c/:c/proxies/code", Access.SIGNED_IN, this::code),
                Route.get("/c/:c/proxies/new", Access.SIGNED_IN, this::ask),
                Route.post("/c/:c/proxies/new", Access.SIGNED_IN, this::give),
                Route.get("/c/:c/proxies/blank.pdf", Access.SIGNED_IN, this::blank),
                Route.get("/c/:c/proxies/:id", Access.SIGNED_IN, this::show),
                Route.get("/c/:c/proxies/:id/letter.pdf", Access.SIGNED_IN, this::pdf),
                Route.post("/c/:c/proxies/:id/revoke", Access.SIGNED_IN, this::revoke)));
        routes.addAll(new ProxyDeskPages(db, letters).routes());
        return routes;
    }

    private Response mine(Request request) {
        return request.page("proxy/mine", mineModel(request, ""));
    }

    private Map<String, Object> mineModel(Request request, String code) {
        long me = request.me().person();
        List<ProxyLetter> all = ProxyLetterStore.of(db.plain(), request.here().id(), me);
        Map<String, Object> model = new HashMap<>();
        model.put("given", lines(all.stream().filter(l -> l.holder() != me).toList()));
        model.put("held", lines(all.stream().filter(l -> l.holder() == me).toList()));
        model.put("code", code);
        return model;
    }

    private Response code(Request request) {
        CurrentUser me = request.me();
        if (me.community() != request.here().id()) {
            throw HttpError.forbidden("proxy.stop.other-community");
        }
        String code = letters.code(me.community(), me.person());
        return request.page("proxy/mine", mineModel(request, code.substring(0, 5) + " " + code.substring(5)));
    }

    /** A letter as a line of a list. */
    record Line(ProxyLetter letter, String state) {}

    private List<Line> lines(List<ProxyLetter> all) {
        return all.stream()
                .map(letter -> new Line(letter, letter.state(letters.today())))
                .toList();
    }

    /** The meeting or the matter that a form or an address names; for somebody whose place it concerns. */
    static Optional<ProxyScope> scope(ProxyLetters letters, Request request, FormData asked) {
        long session = number(asked.text("session"));
        long matter = number(asked.text("matter"));
        if ((session == 0) == (matter == 0)) {
            return Optional.empty();
        }
        Optional<ProxyScope> scope = letters.scope(
                request.here().id(),
                session == 0 ? null : Long.valueOf(session),
                matter == 0 ? null : Long.valueOf(matter));
        if (!request.me()
                .belongs(
                        request.here().id(),
                        scope.orElseThrow(HttpError::notFound).path())) {
            throw HttpError.forbidden("session.stop.elsewhere");
        }
        return scope;
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private Response ask(Request request) {
        Optional<ProxyScope> scope = scope(letters, request, request.asked());
        if (scope.isEmpty()) {
            return Response.to("/c/" + request.here().code() + "/proxies");
        }
        return request.page("proxy/new", form(request, scope.get(), Map.of()));
    }

    private Map<String, Object> form(Request request, ProxyScope scope, Map<String, String> typed) {
        Map<String, Object> model = blankForm(letters, scope, typed);
        List<Voter> voices = letters.voices(db.plain(), scope, request.me().person());
        model.put("voices", voices);
        model.put("one", voices.size() == 1);
        return model;
    }

    /** What both forms begin with. */
    static Map<String, Object> blankForm(ProxyLetters letters, ProxyScope scope, Map<String, String> typed) {
        LocalDate today = letters.today();
        LocalDate last = scope.day() == null || scope.day().isBefore(today) ? today.plusDays(30) : scope.day();
        Map<String, String> values = new HashMap<>();
        values.put("from", today.toString());
        values.put("to", last.toString());
        values.put("signed", today.toString());
        values.put("powers", "free");
        values.putAll(typed);
        Map<String, Object> model = new HashMap<>();
        model.put("scope", scope);
        model.put("values", values);
        model.put("key", Tokens.token());
        return model;
    }

    /** What was typed; what is wrong with it stands in the form. */
    static ProxyLetters.Wish wish(FormData form, boolean paper) {
        String powers = form.oneOf("powers", List.of("free", "bound"));
        String instruction = form.optional("instruction", INSTRUCTION);
        if (powers.equals("bound") && instruction.isEmpty()) {
            form.wrong("instruction", "proxy.refused.instruction");
        }
        LocalDate from = day(form, "from");
        LocalDate to = day(form, "to");
        LocalDate signed = paper ? day(form, "signed") : from;
        String key = form.text("key");
        if (key.isEmpty() || key.length() > 64) {
            form.wrong("key", "web.form.choose");
        }
        return new ProxyLetters.Wish(
                form.number("voter", n -> n > 0, "web.form.choose"),
                powers.equals("bound") ? instruction : "",
                from,
                to,
                signed,
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

    /** At the field that can be put right; a refusal that no field can help stands above the form. */
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

    private Response give(Request request) {
        FormData form = request.form();
        ProxyScope scope = scope(letters, request, form).orElseThrow(HttpError::notFound);
        ProxyLetters.Wish wish = wish(form, false);
        String code = form.required("code", 80);
        if (!form.checked("sign")) {
            form.wrong("sign", "proxy.refused.sign");
        }
        if (form.good()) {
            ProxyLetters.Wish signed = new ProxyLetters.Wish(
                    wish.voter(), wish.instruction(), wish.from(), wish.to(), letters.today(), wish.key());
            try {
                ProxyLetter letter = letters.give(scope, signed, code, request.me());
                return Response.to("/c/" + request.here().code() + "/proxies/" + letter.id());
            } catch (Refused refused) {
                refused(form, refused, "code");
            }
        }
        Map<String, Object> model = form(request, scope, form.values());
        model.put("errors", form.errors());
        return request.again("proxy/new", model);
    }

    /** For its principal, its holder, and those who keep the door or the file of its place. */
    private ProxyLetter letter(Request request) {
        ProxyLetter letter = ProxyLetterStore.find(db.plain(), request.here().id(), request.id("id"))
                .orElseThrow(HttpError::notFound);
        long me = request.me().community() == letter.community() ? request.me().person() : 0;
        boolean party = letter.holder() == me || (letter.principal() != null && letter.principal() == me);
        if (!party && !ProxyDeskPages.clerk(request.me(), letter.community(), letter.placePath())) {
            throw HttpError.forbidden("proxy.stop.not-yours");
        }
        return letter;
    }

    private Response show(Request request) {
        return show(request, letter(request), "");
    }

    private Response show(Request request, ProxyLetter letter, String note) {
        Map<String, Object> model = new HashMap<>();
        model.put("letter", letter);
        model.put("state", letter.state(letters.today()));
        model.put("mayRevoke", letter.endedAt() == null && mayRevoke(request.me(), letter));
        model.put("note", note);
        return request.page("proxy/letter", model);
    }

    private static boolean mayRevoke(CurrentUser me, ProxyLetter letter) {
        boolean own =
                me.community() == letter.community() && letter.principal() != null && letter.principal() == me.person();
        return own || ProxyDeskPages.clerk(me, letter.community(), letter.placePath());
    }

    private Response revoke(Request request) {
        ProxyLetter letter = letter(request);
        if (!mayRevoke(request.me(), letter)) {
            throw HttpError.forbidden("proxy.stop.not-yours");
        }
        String post =
                Actor.of(request.me(), letter.community(), letter.placePath()).post();
        ProxyLetters.Revoked revoked = letters.revoke(letter.community(), letter.id(), post);
        return show(request, letter(request), revoked.stands() ? "proxy.revoked.stands" : "proxy.revoked.done");
    }

    private Response pdf(Request request) {
        ProxyLetter letter = letter(request);
        return print(
                request, Map.of("letter", letter, "community", request.here().name()), letter.givenAt());
    }

    private Response blank(Request request) {
        Map<String, Object> model = new HashMap<>();
        model.put("community", request.here().name());
        scope(letters, request, request.asked()).ifPresent(scope -> model.put("title", scope.title()));
        return print(request, model, Instant.EPOCH);
    }

    private Response print(Request request, Map<String, Object> model, Instant made) {
        return Response.file("application/pdf", "proxy-letter.pdf", printing.letter(model, request.lang(), made));
    }
}
