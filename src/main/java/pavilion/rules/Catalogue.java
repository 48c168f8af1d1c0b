package pavilion.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules by id, several versions of one id side by side as long as their days do not overlap. */
public final class Catalogue {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "source",
            "status",
            "from",
            "to",
            "electorate",
            "basis",
            "quorum",
            "pass",
            "binding",
            "secrecy");

    private final Map<String, List<Rule>> versions = new LinkedHashMap<>();

    private Catalogue() {}

    public static Catalogue of(List<? extends Map<String, ?>> data) {
        var catalogue = new Catalogue();
        data.forEach(each -> catalogue.add(rule(each)));
        catalogue.all().forEach(catalogue::refuseLooseEnds);
        return catalogue;
    }

    /** This catalogue and one rule more, such as one that a community has adopted. */
    public Catalogue with(Rule rule) {
        var more = new Catalogue();
        versions.forEach((id, rules) -> more.versions.put(id, new ArrayList<>(rules)));
        more.add(rule);
        return more;
    }

    public boolean has(String id) {
        return versions.containsKey(id);
    }

    /** The newest version, in force or not. */
    public Rule rule(String id) {
        return known(id).getLast();
    }

    public Rule rule(String id, LocalDate day) {
        return known(id).stream()
                .filter(each -> each.inForce(day))
                .findFirst()
                .orElseThrow(() -> new Refused("rules.refused.not_in_force", id, day.toString()));
    }

    /** The rule that answered this question on that day: this one, or the one it superseded. A matter asks on the day of its notice. */
    public Rule ruleThen(String id, LocalDate day) {
        var rule = known(id).getFirst();
        var before = rule.terms().supersedes();
        return day.isBefore(rule.from()) && !before.isEmpty() ? ruleThen(before, day) : rule(id, day);
    }

    public List<Rule> inForce(LocalDate day) {
        return all().stream().filter(each -> each.inForce(day)).toList();
    }

    public List<Rule> all() {
        return versions.values().stream().flatMap(List::stream).toList();
    }

    private List<Rule> known(String id) {
        var known = versions.get(id);
        if (known == null) {
            throw new Refused("rules.refused.unknown_rule", id);
        }
        return known;
    }

    private void refuseLooseEnds(Rule rule) {
        var terms = rule.terms();
        terms.modes().forEach(this::known);
        terms.petitions().forEach(this::known);
        Stream.of(terms.supersedes(), terms.runoff())
                .filter(id -> !id.isEmpty())
                .forEach(this::known);
    }

    private void add(Rule rule) {
        var known = versions.computeIfAbsent(rule.id(), id -> new ArrayList<>());
        for (var other : known) {
            if (!rule.from().isAfter(other.to()) && !other.from().isAfter(rule.to())) {
                throw new Refused("rules.data.overlap", rule.id());
            }
        }
        known.add(rule);
        known.sort((a, b) -> a.from().compareTo(b.from()));
    }

    private static Rule rule(Map<String, ?> data) {
        var plain = new DataReader("rule " + new DataReader("rule", data).text("id"), data);
        plain.only(Stream.of(FIELDS, Terms.FIELDS).flatMap(Set::stream).collect(Collectors.toSet()));
        return new Rule(
                plain.text("id"),
                plain.words("name"),
                plain.words("source"),
                plain.one(Status.class, "status"),
                plain.day("from", LocalDate.MIN),
                plain.day("to", LocalDate.MAX),
                plain.one(ElectorateKind.class, "electorate"),
                plain.one(Basis.class, "basis"),
                condition(plain, "quorum"),
                condition(plain, "pass"),
                plain.truth("binding"),
                plain.one(Secrecy.class, "secrecy"),
                Terms.of(plain),
                false);
    }

    static Condition condition(DataReader rule, String field) {
        if (!rule.has(field)) {
            return Condition.all();
        }
        var plain = DataReader.of(rule.map().get(field), rule.where() + "." + field);
        plain.only(Set.of("all", "any"));
        var all = plain.texts("all").stream().map(Threshold::parse).toList();
        var any = plain.texts("any").stream().map(Threshold::parse).toList();
        if (all.isEmpty() == any.isEmpty()) {
            throw new Refused("rules.data.missing", plain.where());
        }
        return any.isEmpty() ? new Condition.All(all) : new Condition.Any(any);
    }
}
