package pavilion.book;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pavilion.catalogue.RuleBook;
import pavilion.rules.Condition;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Threshold;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Messages;
import pavilion.web.StepLine;
import pavilion.web.Stop;
import pavilion.web.Visit;

/** The calculator: a rule explained, and beside it figures to type and the outcome they give. Nothing is stored. */
public final class RulePages {
    private final RuleBook book;

    public RulePages(RuleBook book) {
        this.book = book;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/rules", Access.ANYONE, this::index), Door.get("/rules/:rule", Access.ANYONE, this::rule));
    }

    private Answer index(Visit visit) {
        List<Map<String, Object>> rules = book.catalogue().all().stream()
                .map(rule -> heading(visit, rule))
                .toList();
        return visit.page("book/rules", Map.of("rules", rules, "methods", MethodPages.headings(visit)));
    }

    private static Map<String, Object> heading(Visit visit, Rule rule) {
        return Map.of(
                "href",
                "/rules/" + rule.id(),
                "name",
                rule.name().in(visit.lang()),
                "source",
                rule.source().in(visit.lang()),
                "over",
                !rule.to().equals(LocalDate.MAX));
    }

    private Answer rule(Visit visit) {
        Rule rule = known(visit.path("rule"));
        return show(visit, rule, Map.of("action", "/rules/" + rule.id(), "list", "/rules"));
    }

    /**
     * Explains a rule and works it out with the figures of the query, or with an example.
     *
     * @param more what the page says beside it: {@code action} where the figures go, {@code list} where it came from;
     *     for an adopted rule {@code text}
     */
    public static Answer show(Visit visit, Rule rule, Map<String, Object> more) {
        Worked worked = new Worked(rule);
        Form typed = visit.asked();
        boolean example =
                worked.asked().stream().noneMatch(each -> typed.values().containsKey(each.field()));
        Map<String, Object> model = explained(visit, rule);
        model.putAll(more);
        Figures figures = example ? worked.example() : read(worked, typed);
        if (figures != null && !rule.quorum().empty()
                || figures != null && !rule.pass().empty()) {
            decide(model, rule, figures, typed);
        }
        model.put("example", example);
        if (typed.errors().containsKey("figures")) {
            model.put("errors", visit.say(typed.errors().get("figures")));
        }
        model.put("fields", fields(visit, worked, example ? worked.example() : null, typed));
        return typed.good() ? visit.page("book/rule", model) : visit.again("book/rule", model);
    }

    private Rule known(String id) {
        return book.catalogue().all().stream()
                .filter(rule -> rule.id().equals(id))
                .reduce((older, newer) -> newer)
                .orElseThrow(Stop::notFound);
    }

    private static void decide(Map<String, Object> model, Rule rule, Figures figures, Form typed) {
        if (!typed.good()) {
            return;
        }
        try {
            Outcome outcome = rule.decide(figures);
            boolean met = rule.pass().empty() ? outcome.quorate() : outcome.passed();
            model.put("lines", outcome.steps().stream().map(StepLine::of).toList());
            model.put("met", met);
            model.put("verdict", rule.pass().empty() && met ? "book.verdict.enough" : outcome.verdict());
        } catch (Refused refused) {
            typed.wrong("figures", refused.refusal());
        }
    }

    /** What was typed; null where it is not figures, and then each wrong field says so. */
    private static Figures read(Worked worked, Form typed) {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        Set<Measure> optional = worked.optional();
        for (Measure measure : worked.asked()) {
            String text = typed.text(measure.field());
            if (text.isEmpty() && optional.contains(measure)) {
                continue;
            }
            long count = Worked.read(measure, text);
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

    private static List<Map<String, Object>> fields(Visit visit, Worked worked, Figures example, Form typed) {
        Messages messages = visit.front().messages();
        Set<Measure> optional = worked.optional();
        return worked.asked().stream()
                .map(measure -> {
                    String name = measure.field();
                    Map<String, Object> field = new HashMap<>();
                    field.put("name", name);
                    String unit = "book.field." + (measure.area() ? "area" : "count");
                    String label = messages.say(visit.lang(), "rules.measure." + name);
                    field.put(
                            "label",
                            messages.say(visit.lang(), optional.contains(measure) ? unit + ".optional" : unit, label));
                    field.put("mode", measure.area() ? "decimal" : "numeric");
                    field.put(
                            "value",
                            example == null
                                    ? typed.text(name)
                                    : example.has(measure) ? Worked.written(measure, example.get(measure)) : "");
                    field.put(
                            "error",
                            typed.errors().containsKey(name)
                                    ? visit.say(typed.errors().get(name))
                                    : "");
                    return field;
                })
                .toList();
    }

    private static Map<String, Object> explained(Visit visit, Rule rule) {
        Map<String, Object> model = new HashMap<>();
        Messages messages = visit.front().messages();
        String lang = visit.lang();
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
    public static String sentence(Visit visit, Threshold threshold) {
        return sentence(visit.front().messages(), visit.lang(), threshold);
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
