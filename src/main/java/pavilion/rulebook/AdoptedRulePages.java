package pavilion.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.text.CommunityTime;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The rules a community has adopted, for everybody to read and to try; and the form by which it adopts one. */
public final class AdoptedRulePages {
    private static final Access KEEPERS = Access.of(Role.COMMITTEE, Role.ADMIN);

    private final AdoptedRules adoptedRules;
    private final Clock clock;

    public AdoptedRulePages(AdoptedRules adoptedRules, Clock clock) {
        this.adoptedRules = adoptedRules;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/rules", Access.ANYONE, this::index),
                Route.get("/c/:c/rules/new", KEEPERS, this::form),
                Route.post("/c/:c/rules/new", KEEPERS, this::adopt, AdoptedRuleForm.FIELDS),
                Route.get("/c/:c/rules/:rule", Access.ANYONE, this::rule));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
    }

    /** A line of the list. */
    record Line(String href, String name, String base, LocalDate from, String state) {}

    private Response index(Request request) {
        List<AdoptedRuleEntry> all = adoptedRules.all(request.community().id());
        List<Line> lines = all.stream().map(each -> line(request, all, each)).toList();
        return request.page("rulebook/adopted-rules", Map.of("lines", lines, "keeper", keeps(request)));
    }

    private static boolean keeps(Request request) {
        var viewer = request.userOrNull();
        int here = request.community().id();
        return viewer != null && (viewer.has(Role.COMMITTEE, here) || viewer.has(Role.ADMIN, here));
    }

    private Line line(Request request, List<AdoptedRuleEntry> all, AdoptedRuleEntry adopted) {
        Rule law = adoptedRules
                .book()
                .catalogue()
                .rule(adopted.rule().base(), adopted.rule().from());
        boolean replaced = all.stream()
                .anyMatch(other -> Integer.valueOf(adopted.n()).equals(other.replaces())
                        && !other.rule().from().isAfter(today()));
        String state = replaced ? "over" : adopted.rule().from().isAfter(today()) ? "ahead" : "now";
        return new Line(
                "/c/" + request.community().code() + "/rules/" + AdoptedRuleEntry.id(adopted.n()),
                adopted.rule().name(),
                law.name().in(request.lang()),
                adopted.rule().from(),
                state);
    }

    private Response rule(Request request) {
        AdoptedRuleEntry adopted = adoptedRules
                .find(request.community().id(), request.path("rule"))
                .orElseThrow(HttpError::notFound);
        Rule rule = adoptedRules.rule(request.community().id(), AdoptedRuleEntry.id(adopted.n()));
        Map<String, Object> more = new HashMap<>();
        String list = "/c/" + request.community().code() + "/rules";
        more.put("action", list + "/" + rule.id());
        more.put("list", list);
        more.put("text", adopted.rule().text());
        more.put("remote", adopted.rule().remote());
        more.put("parking", adopted.rule().parking());
        if (adopted.replacedBy() != null) {
            more.put("replacedBy", list + "/" + AdoptedRuleEntry.id(adopted.replacedBy()));
        }
        return RulePages.show(request, rule, more);
    }

    private Response form(Request request) {
        Optional<Rule> law = law(request.query("base"));
        return law.isEmpty()
                ? request.page("rulebook/adopted-base", Map.of("rules", bases(request)))
                : request.page(
                        "rulebook/adopted-form",
                        model(request, law.get(), new AdoptedRuleForm(law.get()).blank(today()), Tokens.token()));
    }

    private List<Rule> open() {
        return adoptedRules.book().catalogue().inForce(today()).stream()
                .filter(rule -> !rule.pass().empty())
                .toList();
    }

    private List<Map<String, String>> bases(Request request) {
        return open().stream()
                .map(rule -> Map.of(
                        "id",
                        rule.id(),
                        "name",
                        rule.name().in(request.lang()),
                        "source",
                        rule.source().in(request.lang())))
                .toList();
    }

    private Optional<Rule> law(String id) {
        return open().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private Map<String, Object> model(Request request, Rule law, Map<String, String> values, String key) {
        AdoptedRuleForm form = new AdoptedRuleForm(law);
        Map<String, Object> model = new HashMap<>();
        model.put("law", law.name().in(request.lang()));
        model.put("source", law.source().in(request.lang()));
        model.put("base", law.id());
        model.put("values", values);
        model.put("errors", request.form().errors());
        model.put("key", key);
        model.put("meets", form.meets());
        model.put("owners", form.owners());
        model.put("choosesSecrecy", form.choosesSecrecy());
        model.put("secret", law.secrecy() == Secrecy.SECRET);
        List<Map<String, Object>> shares = new ArrayList<>();
        for (AdoptedRuleForm.Share share : form.shares()) {
            String sign = values.getOrDefault(share.sign(), "ge");
            shares.add(Map.of(
                    "field", share.field(),
                    "sign", share.sign(),
                    "law", RulePages.sentence(request, share.threshold()),
                    "value", values.getOrDefault(share.field(), ""),
                    "ge", sign.equals("ge"),
                    "error", error(request, request.form().errors().get(share.field()))));
        }
        model.put("shares", shares);
        model.put("olders", olders(request, law, values.getOrDefault("replaces", "")));
        return model;
    }

    private static String error(Request request, @Nullable Refusal refusal) {
        return refusal == null ? "" : request.say(refusal);
    }

    private List<Map<String, Object>> olders(Request request, Rule law, String chosen) {
        return adoptedRules.all(request.community().id()).stream()
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

    private Response adopt(Request request) {
        FormData form = request.form();
        Optional<Rule> base = law(form.text("base"));
        if (base.isEmpty()) {
            return request.again("rulebook/adopted-base", Map.of("rules", bases(request)));
        }
        Rule law = base.get();
        Map<String, Object> data = new AdoptedRuleForm(law).read(form, today());
        String replaces = form.text("replaces");
        if (!replaces.isEmpty() && !replaces.matches("[0-9]{1,6}")) {
            form.wrong("replaces", "web.form.choose");
        }
        if (form.good()) {
            try {
                int n = adoptedRules.adopt(
                        request.community().id(),
                        data,
                        replaces.isEmpty() ? null : Integer.valueOf(replaces),
                        request.user().person(),
                        request.user().has(Role.COMMITTEE, request.community().id())
                                ? Role.COMMITTEE.key()
                                : Role.ADMIN.key(),
                        form.text("key"),
                        clock);
                return Response.to("/c/" + request.community().code() + "/rules/" + AdoptedRuleEntry.id(n));
            } catch (Refused refused) {
                form.wrong("rule", refused.refusal());
            }
        }
        return request.again("rulebook/adopted-form", model(request, law, form.values(), form.text("key")));
    }
}
