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
import pavilion.document.Printing;
import pavilion.matter.Actor;
import pavilion.matter.Seat;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** Letters on the phone: those I gave and those I hold, giving one, reading it, printing it, taking it back. */
public final class LetterPages {
    private static final int INSTRUCTION = 300;

    private final Database db;
    private final Letters letters;
    private final Printing printing;

    public LetterPages(Database db, Letters letters, Printing printing) {
        this.db = db;
        this.letters = letters;
        this.printing = printing;
    }

    public List<Door> doors() {
        List<Door> doors = new ArrayList<>(List.of(
                Door.get("/c/:c/proxies", Access.SIGNED_IN, this::mine),
                Door.post("/c/:c/proxies/code", Access.SIGNED_IN, this::code),
                Door.get("/c/:c/proxies/new", Access.SIGNED_IN, this::ask),
                Door.post("/c/:c/proxies/new", Access.SIGNED_IN, this::give),
                Door.get("/c/:c/proxies/blank.pdf", Access.SIGNED_IN, this::blank),
                Door.get("/c/:c/proxies/:id", Access.SIGNED_IN, this::show),
                Door.get("/c/:c/proxies/:id/letter.pdf", Access.SIGNED_IN, this::pdf),
                Door.post("/c/:c/proxies/:id/revoke", Access.SIGNED_IN, this::revoke)));
        doors.addAll(new DeskPages(db, letters).doors());
        return doors;
    }

    private Answer mine(Visit visit) {
        return visit.page("proxy/mine", mineModel(visit, ""));
    }

    private Map<String, Object> mineModel(Visit visit, String code) {
        long me = visit.me().person();
        List<Letter> all = LetterStore.of(db.plain(), visit.here().id(), me);
        Map<String, Object> model = new HashMap<>();
        model.put("given", lines(all.stream().filter(l -> l.holder() != me).toList()));
        model.put("held", lines(all.stream().filter(l -> l.holder() == me).toList()));
        model.put("code", code);
        return model;
    }

    private Answer code(Visit visit) {
        Viewer me = visit.me();
        if (me.community() != visit.here().id()) {
            throw Stop.forbidden("proxy.stop.other-community");
        }
        String code = letters.code(me.community(), me.person());
        return visit.page("proxy/mine", mineModel(visit, code.substring(0, 5) + " " + code.substring(5)));
    }

    /** A letter as a line of a list. */
    record Line(Letter letter, String state) {}

    private List<Line> lines(List<Letter> all) {
        return all.stream()
                .map(letter -> new Line(letter, letter.state(letters.today())))
                .toList();
    }

    /** The meeting or the matter that a form or an address names; for somebody whose place it concerns. */
    static Optional<Scope> scope(Letters letters, Visit visit, Form asked) {
        long session = number(asked.text("session"));
        long matter = number(asked.text("matter"));
        if ((session == 0) == (matter == 0)) {
            return Optional.empty();
        }
        Optional<Scope> scope = letters.scope(
                visit.here().id(),
                session == 0 ? null : Long.valueOf(session),
                matter == 0 ? null : Long.valueOf(matter));
        if (!visit.me()
                .belongs(visit.here().id(), scope.orElseThrow(Stop::notFound).path())) {
            throw Stop.forbidden("session.stop.elsewhere");
        }
        return scope;
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private Answer ask(Visit visit) {
        Optional<Scope> scope = scope(letters, visit, visit.asked());
        if (scope.isEmpty()) {
            return Answer.to("/c/" + visit.here().code() + "/proxies");
        }
        return visit.page("proxy/new", form(visit, scope.get(), Map.of()));
    }

    private Map<String, Object> form(Visit visit, Scope scope, Map<String, String> typed) {
        Map<String, Object> model = blankForm(letters, scope, typed);
        List<Seat> voices = letters.voices(db.plain(), scope, visit.me().person());
        model.put("voices", voices);
        model.put("one", voices.size() == 1);
        return model;
    }

    /** What both forms begin with. */
    static Map<String, Object> blankForm(Letters letters, Scope scope, Map<String, String> typed) {
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
        model.put("key", Secrets.token());
        return model;
    }

    /** What was typed; what is wrong with it stands in the form. */
    static Letters.Wish wish(Form form, boolean paper) {
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
        return new Letters.Wish(
                form.number("voter", n -> n > 0, "web.form.choose"),
                powers.equals("bound") ? instruction : "",
                from,
                to,
                signed,
                key);
    }

    private static LocalDate day(Form form, String name) {
        try {
            return LocalDate.parse(form.text(name));
        } catch (DateTimeException e) {
            form.wrong(name, "proxy.refused.day");
            return LocalDate.EPOCH;
        }
    }

    /** At the field that can be put right; a refusal that no field can help stands above the form. */
    static void refused(Form form, Refused refused, String holderField) {
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

    private Answer give(Visit visit) {
        Form form = visit.form();
        Scope scope = scope(letters, visit, form).orElseThrow(Stop::notFound);
        Letters.Wish wish = wish(form, false);
        String code = form.required("code", 80);
        if (!form.checked("sign")) {
            form.wrong("sign", "proxy.refused.sign");
        }
        if (form.good()) {
            Letters.Wish signed = new Letters.Wish(
                    wish.voter(), wish.instruction(), wish.from(), wish.to(), letters.today(), wish.key());
            try {
                Letter letter = letters.give(scope, signed, code, visit.me());
                return Answer.to("/c/" + visit.here().code() + "/proxies/" + letter.id());
            } catch (Refused refused) {
                refused(form, refused, "code");
            }
        }
        Map<String, Object> model = form(visit, scope, form.values());
        model.put("errors", form.errors());
        return visit.again("proxy/new", model);
    }

    /** For its principal, its holder, and those who keep the door or the file of its place. */
    private Letter letter(Visit visit) {
        Letter letter =
                LetterStore.find(db.plain(), visit.here().id(), visit.id("id")).orElseThrow(Stop::notFound);
        long me = visit.me().community() == letter.community() ? visit.me().person() : 0;
        boolean party = letter.holder() == me || (letter.principal() != null && letter.principal() == me);
        if (!party && !DeskPages.clerk(visit.me(), letter.community(), letter.placePath())) {
            throw Stop.forbidden("proxy.stop.not-yours");
        }
        return letter;
    }

    private Answer show(Visit visit) {
        return show(visit, letter(visit), "");
    }

    private Answer show(Visit visit, Letter letter, String note) {
        Map<String, Object> model = new HashMap<>();
        model.put("letter", letter);
        model.put("state", letter.state(letters.today()));
        model.put("mayRevoke", letter.endedAt() == null && mayRevoke(visit.me(), letter));
        model.put("note", note);
        return visit.page("proxy/letter", model);
    }

    private static boolean mayRevoke(Viewer me, Letter letter) {
        boolean own =
                me.community() == letter.community() && letter.principal() != null && letter.principal() == me.person();
        return own || DeskPages.clerk(me, letter.community(), letter.placePath());
    }

    private Answer revoke(Visit visit) {
        Letter letter = letter(visit);
        if (!mayRevoke(visit.me(), letter)) {
            throw Stop.forbidden("proxy.stop.not-yours");
        }
        String post =
                Actor.of(visit.me(), letter.community(), letter.placePath()).post();
        Letters.Revoked revoked = letters.revoke(letter.community(), letter.id(), post);
        return show(visit, letter(visit), revoked.stands() ? "proxy.revoked.stands" : "proxy.revoked.done");
    }

    private Answer pdf(Visit visit) {
        Letter letter = letter(visit);
        return print(visit, Map.of("letter", letter, "community", visit.here().name()), letter.givenAt());
    }

    private Answer blank(Visit visit) {
        Map<String, Object> model = new HashMap<>();
        model.put("community", visit.here().name());
        scope(letters, visit, visit.asked()).ifPresent(scope -> model.put("title", scope.title()));
        return print(visit, model, Instant.EPOCH);
    }

    private Answer print(Visit visit, Map<String, Object> model, Instant made) {
        return Answer.file("application/pdf", "proxy-letter.pdf", printing.letter(model, visit.lang(), made));
    }
}
