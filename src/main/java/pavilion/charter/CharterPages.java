package pavilion.charter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.book.RulePages;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Stop;
import pavilion.web.Templates;
import pavilion.web.Visit;

/** The rules a community has adopted, for everybody to read and to try; and the form by which it adopts one. */
public final class CharterPages {
    private static final Access KEEPERS = Access.of(Role.COMMITTEE, Role.ADMIN);

    private final Charter charter;
    private final Clock clock;

    public CharterPages(Charter charter, Clock clock) {
        this.charter = charter;
        this.clock = clock;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/c/:c/rules", Access.ANYONE, this::index),
                Door.get("/c/:c/rules/new", KEEPERS, this::form),
                Door.post("/c/:c/rules/new", KEEPERS, this::adopt),
                Door.get("/c/:c/rules/:rule", Access.ANYONE, this::rule));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Templates.ZONE);
    }

    /** A line of the charter. */
    record Line(String href, String name, String base, LocalDate from, String state) {}

    private Answer index(Visit visit) {
        List<Adopted> all = charter.all(visit.here().id());
        List<Line> lines = all.stream().map(each -> line(visit, all, each)).toList();
        return visit.page("charter/index", Map.of("lines", lines, "keeper", keeps(visit)));
    }

    private static boolean keeps(Visit visit) {
        var viewer = visit.viewer();
        int here = visit.here().id();
        return viewer != null && (viewer.has(Role.COMMITTEE, here) || viewer.has(Role.ADMIN, here));
    }

    private Line line(Visit visit, List<Adopted> all, Adopted adopted) {
        Rule law = charter.book()
                .catalogue()
                .rule(adopted.rule().base(), adopted.rule().from());
        boolean replaced = all.stream()
                .anyMatch(other -> Integer.valueOf(adopted.n()).equals(other.replaces())
                        && !other.rule().from().isAfter(today()));
        String state = replaced ? "over" : adopted.rule().from().isAfter(today()) ? "ahead" : "now";
        return new Line(
                "/c/" + visit.here().code() + "/rules/" + Adopted.id(adopted.n()),
                adopted.rule().name(),
                law.name().in(visit.lang()),
                adopted.rule().from(),
                state);
    }

    private Answer rule(Visit visit) {
        Adopted adopted = charter.find(visit.here().id(), visit.path("rule")).orElseThrow(Stop::notFound);
        Rule rule = charter.rule(visit.here().id(), Adopted.id(adopted.n()));
        Map<String, Object> more = new HashMap<>();
        String list = "/c/" + visit.here().code() + "/rules";
        more.put("action", list + "/" + rule.id());
        more.put("list", list);
        more.put("text", adopted.rule().text());
        more.put("remote", adopted.rule().remote());
        if (adopted.replacedBy() != null) {
            more.put("replacedBy", list + "/" + Adopted.id(adopted.replacedBy()));
        }
        return RulePages.show(visit, rule, more);
    }

    private Answer form(Visit visit) {
        Optional<Rule> law = law(visit.query("base"));
        return law.isEmpty()
                ? visit.page("charter/base", Map.of("rules", bases(visit)))
                : visit.page(
                        "charter/form",
                        model(visit, law.get(), new RuleForm(law.get()).blank(today()), Secrets.token()));
    }

    private List<Rule> open() {
        return charter.book().catalogue().inForce(today()).stream()
                .filter(rule -> !rule.pass().empty())
                .toList();
    }

    private List<Map<String, String>> bases(Visit visit) {
        return open().stream()
                .map(rule -> Map.of(
                        "id",
                        rule.id(),
                        "name",
                        rule.name().in(visit.lang()),
                        "source",
                        rule.source().in(visit.lang())))
                .toList();
    }

    private Optional<Rule> law(String id) {
        return open().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private Map<String, Object> model(Visit visit, Rule law, Map<String, String> values, String key) {
        RuleForm form = new RuleForm(law);
        Map<String, Object> model = new HashMap<>();
        model.put("law", law.name().in(visit.lang()));
        model.put("source", law.source().in(visit.lang()));
        model.put("base", law.id());
        model.put("values", values);
        model.put("errors", visit.form().errors());
        model.put("key", key);
        model.put("meets", form.meets());
        List<Map<String, Object>> shares = new ArrayList<>();
        for (RuleForm.Share share : form.shares()) {
            String sign = values.getOrDefault(share.sign(), "ge");
            shares.add(Map.of(
                    "field", share.field(),
                    "sign", share.sign(),
                    "law", RulePages.sentence(visit, share.threshold()),
                    "value", values.getOrDefault(share.field(), ""),
                    "ge", sign.equals("ge"),
                    "error", error(visit, visit.form().errors().get(share.field()))));
        }
        model.put("shares", shares);
        model.put("olders", olders(visit, law, values.getOrDefault("replaces", "")));
        return model;
    }

    private static String error(Visit visit, @Nullable Refusal refusal) {
        return refusal == null ? "" : visit.say(refusal);
    }

    private List<Map<String, Object>> olders(Visit visit, Rule law, String chosen) {
        return charter.all(visit.here().id()).stream()
                .filter(each -> each.replacedBy() == null && each.rule().base().equals(law.id()))
                .map(each -> Map.<String, Object>of(
                        "value",
                        each.n(),
                        "label",
                        each.rule().name(),
                        "selected",
                        String.valueOf(each.n()).equals(chosen)))
                .toList();
    }

    private Answer adopt(Visit visit) {
        Form form = visit.form();
        Optional<Rule> base = law(form.text("base"));
        if (base.isEmpty()) {
            return visit.again("charter/base", Map.of("rules", bases(visit)));
        }
        Rule law = base.get();
        Map<String, Object> data = new RuleForm(law).read(form, today());
        String replaces = form.text("replaces");
        if (!replaces.isEmpty() && !replaces.matches("[0-9]{1,6}")) {
            form.wrong("replaces", "web.form.choose");
        }
        if (form.good()) {
            try {
                int n = charter.adopt(
                        visit.here().id(),
                        data,
                        replaces.isEmpty() ? null : Integer.valueOf(replaces),
                        visit.me().person(),
                        visit.me().has(Role.COMMITTEE, visit.here().id()) ? Role.COMMITTEE.key() : Role.ADMIN.key(),
                        form.text("key"),
                        clock);
                return Answer.to("/c/" + visit.here().code() + "/rules/" + Adopted.id(n));
            } catch (Refused refused) {
                form.wrong("rule", refused.refusal());
            }
        }
        return visit.again("charter/form", model(visit, law, form.values(), form.text("key")));
    }
}
