package pavilion.rulebook;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pavilion.rules.Condition;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Threshold;
import pavilion.text.Messages;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.HttpError;
import pavilion.web.ReasoningLine;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** The calculator: a rule explained, and beside it figures to type and the outcome they give. Nothing is stored. */
public final class RulePages {
    private final RuleBook book;

    public RulePages(RuleBook book) {
        this.book = book;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/rules", Access.ANYONE, this::index), Route.get("/rules/:rule", Access.ANYONE, this::rule));
    }

    private Response index(Request request) {
        List<Map<String, Object>> rules = book.catalogue().all().stream()
                .map(rule -> heading(request, rule))
                .toList();
        return request.page("rulebook/rules", Map.of("rules", rules, "methods", MethodPages.headings(request)));
    }

    private static Map<String, Object> heading(Request request, Rule rule) {
        return Map.of(
                "href",
                "/rules/" + rule.id(),
                "name",
                rule.name().in(request.lang()),
                "source",
                rule.source().in(request.lang()),
                "over",
                !rule.to().equals(LocalDate.MAX));
    }

    private Response rule(Request request) {
        Rule rule = known(request.path("rule"));
        return show(request, rule, Map.of("action", "/rules/" + rule.id(), "list", "/rules"));
    }

    /**
     * Explains a rule and works it out with the figures of the query, or with an example.
     *
     * @param more what the page says beside it: {@code action} where the figures go, {@code list} where it came from;
     *     for an adopted rule {@code text}
     */
    public static Response show(Request request, Rule rule, Map<String, Object> more) {
        WorkedExample worked = new WorkedExample(rule);
        FormData typed = request.asked();
        boolean example =
                worked.asked().stream().noneMatch(each -> typed.values().containsKey(each.field()));
        Map<String, Object> model = explained(request, rule);
        model.putAll(more);
        Figures figures = example ? worked.example() : read(worked, typed);
        if (figures != null && !rule.quorum().empty()
                || figures != null && !rule.pass().empty()) {
            decide(model, rule, figures, typed);
        }
        model.put("example", example);
        if (typed.errors().containsKey("figures")) {
            model.put("errors", request.say(typed.errors().get("figures")));
        }
        model.put("fields", fields(request, worked, example ? worked.example() : null, typed));
        return typed.good() ? request.page("rulebook/rule", model) : request.again("rulebook/rule", model);
    }

    private Rule known(String id) {
        return book.catalogue().all().stream()
                .filter(rule -> rule.id().equals(id))
                .reduce((older, newer) -> newer)
                .orElseThrow(HttpError::notFound);
    }

    private static void decide(Map<String, Object> model, Rule rule, Figures figures, FormData typed) {
        if (!typed.good()) {
            return;
        }
        try {
            Outcome outcome = rule.decide(figures);
            boolean met = rule.pass().empty() ? outcome.quorate() : outcome.passed();
            model.put("lines", outcome.steps().stream().map(ReasoningLine::of).toList());
            model.put("met", met);
            model.put("verdict", rule.pass().empty() && met ? "book.verdict.enough" : outcome.verdict());
        } catch (Refused refused) {
            typed.wrong("figures", refused.refusal());
        }
    }

    /** What was typed; null where it is not figures, and then each wrong field says so. */
    private static Figures read(WorkedExample worked, FormData typed) {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        Set<Measure> optional = worked.optional();
        for (Measure measure : worked.asked()) {
            String text = typed.text(measure.field());
            if (text.isEmpty() && optional.contains(measure)) {
                continue;
            }
            long count = WorkedExample.read(measure, text);
            if (count < 0) {
                typed.wrong(measure.field(), measure.area() ? "book.wrong.area" : "book.wrong.count");
            }
            counts.put(measure, count);
        }
        if (!typed.good()) {
            return null;
        }
        try {
            return new Figures(counts);
        } catch (Refused refused) {
            typed.wrong("figures", refused.refusal());
            return null;
        }
    }

    private static List<Map<String, Object>> fields(
            Request request, WorkedExample worked, Figures example, FormData typed) {
        Messages messages = request.webContext().messages();
        Set<Measure> optional = worked.optional();
        return worked.asked().stream()
                .map(measure -> {
                    String name = measure.field();
                    Map<String, Object> field = new HashMap<>();
                    field.put("name", name);
                    String unit = "book.field." + (measure.area() ? "area" : "count");
                    String label = messages.say(request.lang(), "rules.measure." + name);
                    field.put(
                            "label",
                            messages.say(
                                    request.lang(), optional.contains(measure) ? unit + ".optional" : unit, label));
                    field.put("mode", measure.area() ? "decimal" : "numeric");
                    field.put(
                            "value",
                            example == null
                                    ? typed.text(name)
                                    : example.has(measure) ? WorkedExample.written(measure, example.get(measure)) : "");
                    field.put(
                            "error",
                            typed.errors().containsKey(name)
                                    ? request.say(typed.errors().get(name))
                                    : "");
                    return field;
                })
                .toList();
    }

    private static Map<String, Object> explained(Request request, Rule rule) {
        Map<String, Object> model = new HashMap<>();
        Messages messages = request.webContext().messages();
        String lang = request.lang();
        model.put("id", rule.id());
        model.put("name", rule.name().in(lang));
        model.put("source", rule.source().in(lang));
        model.put("status", "rules.status." + rule.status().name().toLowerCase(Locale.ROOT));
        model.put("who", "rules.electorate." + rule.electorate().name().toLowerCase(Locale.ROOT));
        model.put("seen", "rules.secrecy.who." + rule.secrecy().name().toLowerCase(Locale.ROOT));
        model.put("binding", rule.binding());
        model.put("from", rule.from().equals(LocalDate.MIN) ? null : rule.from());
        model.put("to", rule.to().equals(LocalDate.MAX) ? null : rule.to());
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("quorum", sentences(messages, lang, rule.quorum()));
        conditions.put("pass", sentences(messages, lang, rule.pass()));
        model.put("conditions", conditions);
        model.put("anyQuorum", rule.quorum() instanceof Condition.Any);
        model.put("anyPass", rule.pass() instanceof Condition.Any);
        return model;
    }

    private static List<String> sentences(Messages messages, String lang, Condition condition) {
        return condition.thresholds().stream()
                .map(each -> sentence(messages, lang, each))
                .toList();
    }

    /** What a threshold asks, with its numbers in words. */
    public static String sentence(Request request, Threshold threshold) {
        return sentence(request.webContext().messages(), request.lang(), threshold);
    }

    private static String sentence(Messages messages, String lang, Threshold each) {
        return messages.say(
                lang,
                "book.threshold." + each.comparison().name().toLowerCase(Locale.ROOT),
                messages.say(lang, "rules.measure." + each.measure().field()),
                messages.say(lang, "rules.measure." + each.of().field()),
                each.fraction().toString());
    }
}
