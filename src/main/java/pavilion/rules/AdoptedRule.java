package pavilion.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A rule that a community has adopted on top of one of the catalogue. It may ask for more than its base, never for less,
 * whether the base is law or a default of the product: a lower level fills gaps.
 *
 * @param text the adopted wording; without it there is no rule
 * @param base the rule of the catalogue that it changes
 * @param from the first day in force
 * @param quorum the thresholds of the quorum that differ from the base
 * @param pass the thresholds of the decision that differ from the base
 * @param policy what a ballot counts that was served and never came back
 * @param parking whether parking spaces count as parts
 * @param remote whether those who attend online are present
 * @param secret whether ballots are secret where the base has them named; a base that is secret stays so
 */
public record AdoptedRule(
        String id,
        String name,
        String text,
        String base,
        LocalDate from,
        List<Threshold> quorum,
        List<Threshold> pass,
        Participation policy,
        boolean parking,
        boolean remote,
        boolean secret) {
    private static final Set<String> FIELDS =
            Set.of("id", "name", "text", "base", "from", "quorum", "pass", "policy", "parking", "remote", "secret");
    private static final Pattern ID = Pattern.compile("own\\.[a-z0-9-]{1,40}");

    /** What the sentences of the reasoning can say about people and households, and about owners. */
    private static final Set<String> COMPARABLE =
            Set.of("present of members", "voted of members", "yes of present", "yes of members", "yes of voted");

    private static final Set<String> COMPARABLE_OWNERS = Set.of(
            "part area of total area",
            "part heads of total heads",
            "yes area of part area",
            "yes heads of part heads",
            "yes heads of total heads");

    public AdoptedRule {
        quorum = List.copyOf(quorum);
        pass = List.copyOf(pass);
        if (!ID.matcher(id).matches()) {
            throw new Refused("decide.adopted.id", id);
        }
        if (name.isBlank()) {
            throw new Refused("decide.adopted.name");
        }
        if (text.isBlank()) {
            throw new Refused("decide.adopted.text");
        }
    }

    /** Fields as in {@link #toMap}; what is left out is as the base has it, and silence then counts for nothing. */
    public static AdoptedRule of(Map<String, ?> map) {
        var plain = new DataReader("adopted", map).only(FIELDS);
        if (!plain.has("from")) {
            throw new Refused("rules.data.missing", "adopted.from");
        }
        return new AdoptedRule(
                plain.text("id"),
                plain.text("name", ""),
                plain.text("text", ""),
                plain.text("base"),
                plain.day("from", LocalDate.MAX),
                plain.texts("quorum").stream().map(Threshold::parse).toList(),
                plain.texts("pass").stream().map(Threshold::parse).toList(),
                plain.has("policy") ? plain.one(Participation.class, "policy") : Participation.RETURNED,
                plain.has("parking") && plain.truth("parking"),
                plain.has("remote") && plain.truth("remote"),
                plain.has("secret") && plain.truth("secret"));
    }

    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", id);
        map.put("name", name);
        map.put("text", text);
        map.put("base", base);
        map.put("from", from.toString());
        map.put("quorum", quorum.stream().map(Threshold::text).toList());
        map.put("pass", pass.stream().map(Threshold::text).toList());
        map.put("policy", policy.name());
        map.put("parking", parking);
        map.put("remote", remote);
        // What was adopted before rules could say it reads as it did.
        if (secret) {
            map.put("secret", true);
        }
        return map;
    }

    /**
     * The rule, when it is adopted and when a matter is given it: refused, with the source, where any of its shares is less
     * than that of its base.
     */
    public Rule adoptable(Catalogue catalogue) {
        var base = catalogue.rule(this.base, from);
        requireNoLess(base, base.quorum(), quorum);
        requireNoLess(base, base.pass(), pass);
        return rule(catalogue);
    }

    /**
     * The rule to decide by, also where it was adopted when a default of the product could still be lowered: what was begun
     * or decided by it can be read and checked. Refused, with the article, where it asks for less than the law.
     */
    public Rule rule(Catalogue catalogue) {
        var law = catalogue.rule(base, from);
        if (catalogue.has(id)) {
            throw new Refused("rules.data.overlap", id);
        }
        boolean owners = law.basis() == Basis.OWNER;
        if (policy != Participation.RETURNED && (!owners || law.quorum().empty())) {
            throw new Refused("decide.policy.owners");
        }
        if (parking && !owners) {
            throw new Refused("decide.adopted.parking");
        }
        if (remote && owners) {
            throw new Refused("decide.adopted.remote");
        }
        if (secret && owners) {
            throw new Refused("decide.adopted.secret");
        }
        return new Rule(
                id,
                new Bilingual(name, name),
                new Bilingual(
                        name + " · " + law.source().zh(),
                        name + " · " + law.source().en()),
                Status.A,
                from,
                law.to(),
                law.electorate(),
                law.basis(),
                changed(law, law.quorum(), quorum),
                changed(law, law.pass(), pass),
                law.binding(),
                secret ? Secrecy.SECRET : law.secrecy(),
                law.terms(),
                parking);
    }

    /**
     * Counts the ballots by the policy of this rule.
     *
     * @param proved whether service is proved for every ballot that did not come back
     */
    public Tally count(Tally returned, long served, long servedArea, boolean proved) {
        if (policy == Participation.SERVED_FOLLOWS && !proved) {
            throw new Refused("decide.policy.proof");
        }
        return policy.count(returned, served, servedArea);
    }

    private static Condition changed(Rule law, Condition condition, List<Threshold> changes) {
        if (changes.isEmpty()) {
            return condition;
        }
        var thresholds = new ArrayList<>(condition.thresholds());
        for (var change : changes) {
            var same = thresholds.stream().filter(change::likeness).findFirst();
            if (same.isPresent()) {
                if (law.status() != Status.J) {
                    refuseLower(law, same.get(), change);
                }
                thresholds.set(thresholds.indexOf(same.get()), change);
            } else {
                refuseNew(law, condition, change);
                thresholds.add(change);
            }
        }
        return condition instanceof Condition.Any ? new Condition.Any(thresholds) : new Condition.All(thresholds);
    }

    private static void requireNoLess(Rule base, Condition condition, List<Threshold> changes) {
        for (var change : changes) {
            condition.thresholds().stream().filter(change::likeness).forEach(each -> refuseLower(base, each, change));
        }
    }

    private static void refuseLower(Rule law, Threshold statutory, Threshold change) {
        if (!change.asStrictAs(statutory)) {
            throw new Refused("decide.adopted.lower", change.sign(), statutory.sign(), law.source());
        }
    }

    /** One more condition among "any of" would be a way around the others. */
    private static void refuseNew(Rule law, Condition condition, Threshold change) {
        var comparable = law.basis() == Basis.OWNER ? COMPARABLE_OWNERS : COMPARABLE;
        if (condition instanceof Condition.Any
                || !comparable.contains(
                        change.measure().words() + " of " + change.of().words())) {
            throw new Refused("decide.adopted.threshold", change.text());
        }
    }
}
