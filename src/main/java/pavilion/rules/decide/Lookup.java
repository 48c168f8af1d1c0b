package pavilion.rules.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pavilion.rules.Catalogue;
import pavilion.rules.ElectorateKind;
import pavilion.rules.Measure;
import pavilion.rules.Rule;

/**
 * Which rule a case means: its id, a mode in parentheses or by the names of its numbers, a petition by its id, by
 * "petition": true or by the names of its numbers, a second round by "runoff": true, and the place and day it is asked for.
 */
final class Lookup {
    private static final Pattern FORM = Pattern.compile("([^()\\s]+)\\s*(?:\\(\\s*([^()\\s]*)\\s*\\))?");
    private static final String PETITION = ".petition";
    private static final String NATIONAL = "national";
    private final Catalogue catalogue;
    private final Set<String> places;

    /** More than one rule only where each of them is enough. */
    record Asked(List<Rule> rules, boolean petition, boolean runoff) {}

    Lookup(Catalogue catalogue) {
        this.catalogue = catalogue;
        places = catalogue.all().stream()
                .flatMap(rule -> rule.terms().overlays().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Rule runoff(Rule election) {
        return catalogue.rule(election.terms().runoff());
    }

    Asked find(Case it) {
        var form = FORM.matcher(it.text("rule"));
        if (!form.matches()) {
            throw new BadField("rule", "decide.rule", it.text("rule"));
        }
        var base = form.group(1);
        var mode = form.group(2) != null ? form.group(2) : it.text("mode", "");
        var place = it.text("jurisdiction", NATIONAL);
        if (places.contains(mode)) {
            place = mode;
            mode = "";
        }
        if (!place.equals(NATIONAL) && !places.contains(place)) {
            throw new BadField("jurisdiction", "decide.place", place, names(places.stream()));
        }
        var asked = asked(it, base, mode);
        var there = place;
        return new Asked(
                asked.rules.stream()
                        .map(rule -> then(it, rule))
                        .map(rule -> rule.terms().overlays().containsKey(there) ? rule.in(there) : rule)
                        .toList(),
                asked.petition,
                asked.runoff);
    }

    private Asked asked(Case it, String base, String mode) {
        boolean wanted = it.truth("petition");
        boolean second = it.truth("runoff");
        if (!catalogue.has(base)) {
            return new Asked(ofMode(petitions(base), mode), true, false);
        }
        var rule = catalogue.rule(base);
        var petitions = rule.terms().petitions();
        if (!petitions.isEmpty() && (wanted || Petition.signed(it))) {
            return new Asked(ofMode(petitions.stream().map(catalogue::rule).toList(), mode), true, false);
        }
        if (isPetition(rule)) {
            return new Asked(ofMode(List.of(rule), mode), rule.electorate() != ElectorateKind.OWNERS, false);
        }
        if (wanted) {
            throw new BadField("petition", "decide.petition.no", base);
        }
        if (second && rule.terms().runoff().isEmpty()) {
            throw new BadField("runoff", "decide.runoff.no", base);
        }
        if (second) {
            return new Asked(List.of(runoff(rule)), false, true);
        }
        boolean floor =
                Keys.measures(rule).contains(Measure.VOTES) && rule.quorum().empty();
        return new Asked(List.of(inMode(it, rule, mode)), false, floor);
    }

    private List<Rule> petitions(String base) {
        var found = catalogue.all().stream()
                .filter(rule -> !rule.terms().petitions().isEmpty())
                .filter(rule -> base.equals(rule.id() + PETITION)
                        || rule.terms().petitions().stream().anyMatch(id -> id.startsWith(base + ".")))
                .findFirst();
        if (found.isEmpty()) {
            throw new BadField("rule", "rules.refused.unknown_rule", base);
        }
        return found.get().terms().petitions().stream().map(catalogue::rule).toList();
    }

    private Rule inMode(Case it, Rule rule, String mode) {
        var modes = rule.terms().modes().isEmpty()
                ? List.of(rule)
                : rule.terms().modes().stream().map(catalogue::rule).toList();
        if (!mode.isEmpty()) {
            return ofMode(modes, mode).getFirst();
        }
        var named = modes.size() == 1
                ? modes
                : modes.stream().filter(each -> namedBy(it, each)).toList();
        if (named.size() == 1) {
            return named.getFirst();
        }
        boolean same = modes.stream()
                .allMatch(each ->
                        each.quorum().equals(rule.quorum()) && each.pass().equals(rule.pass()));
        boolean open =
                isRecall(rule) && it.oneOf(Keys.of(Measure.MEMBERS, rule)).isEmpty();
        if (!named.isEmpty() || !(same || open)) {
            throw new BadField("rule", "decide.modes", rule.id(), words(modes));
        }
        return rule;
    }

    private static List<Rule> ofMode(List<Rule> rules, String mode) {
        if (mode.isEmpty()) {
            return rules;
        }
        var found = rules.stream()
                .filter(rule -> Keys.bodies(rule.electorate()).contains(mode))
                .toList();
        if (found.isEmpty()) {
            throw new BadField("rule", "decide.mode", mode, words(rules));
        }
        return found;
    }

    private static boolean namedBy(Case it, Rule rule) {
        return Keys.bodies(rule.electorate()).stream()
                .flatMap(body -> Stream.of(body, "present_" + body, body + "_present"))
                .anyMatch(it::has);
    }

    private Rule then(Case it, Rule rule) {
        var day = it.day(LocalDate.MAX);
        if (day.equals(LocalDate.MAX) || rule.inForce(day)) {
            return rule;
        }
        throw new BadField(it.has("day") ? "day" : "on", "rules.refused.not_in_force", rule.id(), day.toString());
    }

    /** Voted on as the election is, so that the turnout is asked as well, where the roll is given. */
    static boolean isRecall(Rule rule) {
        var measures = Keys.measures(rule);
        return measures.contains(Measure.MEMBERS)
                && measures.contains(Measure.YES)
                && !measures.contains(Measure.PRESENT);
    }

    private static boolean isPetition(Rule rule) {
        return Keys.measures(rule).contains(Measure.SIGNED);
    }

    private static String words(List<Rule> rules) {
        return names(rules.stream()
                .filter(rule -> !Keys.bodies(rule.electorate()).isEmpty())
                .map(Keys::word));
    }

    private static String names(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(" / "));
    }
}
