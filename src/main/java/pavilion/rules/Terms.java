package pavilion.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule fixes beside its count. A number that is 0, and a list that is empty, means that the rule says nothing of it.
 *
 * @param modes the rules of the same body by another way of counting, itself included; one is chosen before notice
 * @param petitions the rules by which this body can be made to meet; one of them is enough
 * @param supersedes the rule that answered the same question before this one was in force
 * @param overlays what a place has changed, by jurisdiction
 * @param noticeDays full days between notice and meeting
 * @param composition the least share of the members that each group must have
 * @param perYear meetings a year, at least
 * @param runoff the rule of the second round
 * @param failures how many appraisals in a row, found incompetent, end the post
 * @param host who holds it
 * @param paper only on paper, secret, counted in public: nothing here may be voted on by wire
 */
public record Terms(
        List<String> modes,
        List<String> petitions,
        String supersedes,
        Map<String, Overlay> overlays,
        int noticeDays,
        Map<String, Fraction> composition,
        int perYear,
        String runoff,
        int failures,
        Bilingual host,
        boolean paper,
        Roll roll,
        Proxies proxies) {
    static final Set<String> FIELDS = Set.of(
            "modes",
            "petitions",
            "supersedes",
            "overlays",
            "notice_days",
            "composition",
            "per_year",
            "runoff",
            "failures",
            "host",
            "paper",
            "roll",
            "proxies");

    public static final Terms NONE = of(new DataReader("terms", Map.of()));

    /** A local regulation: its source, what it asks instead, and for recalls when to vote and when the same may be asked again. */
    public record Overlay(Bilingual source, Condition pass, int voteWithinMonths, int repeatAfterMonths) {}

    /** The electoral roll: published so many days before, open to objection, each objection answered. */
    public record Roll(int publishedDays, int objectionDays, int decisionDays, boolean moreCandidatesThanSeats) {
        static final Roll NONE = new Roll(0, 0, 0, false);
    }

    /** Who may vote for another: how many each, and whether a candidate may. A most of 0 fixes no number. */
    public record Proxies(Say allowed, int most, boolean candidates, boolean published) {
        /** Whether the rule allows proxies, forbids them, or is silent. */
        public enum Say {
            SILENT,
            WRITTEN,
            FORBIDDEN
        }

        static final Proxies NONE = new Proxies(Say.SILENT, 0, false, false);

        /** Where a rule fixes no number: three, as local regulations do that fix one. */
        private static final int DEFAULT = 3;

        public boolean forbidden() {
            return allowed == Say.FORBIDDEN;
        }

        /** How many one person may hold. A rule that is silent leaves the Civil Code, which allows a written letter. */
        public int limit() {
            return most == 0 ? DEFAULT : most;
        }
    }

    public Terms {
        modes = List.copyOf(modes);
        petitions = List.copyOf(petitions);
    }

    static Terms of(DataReader rule) {
        return new Terms(
                rule.texts("modes"),
                rule.texts("petitions"),
                rule.text("supersedes", ""),
                overlays(rule),
                natural(rule, "notice_days"),
                composition(rule),
                natural(rule, "per_year"),
                rule.text("runoff", ""),
                natural(rule, "failures"),
                rule.has("host") ? rule.words("host") : Bilingual.NONE,
                rule.has("paper") && rule.truth("paper"),
                roll(rule),
                proxies(rule));
    }

    private static Map<String, Overlay> overlays(DataReader rule) {
        var overlays = new LinkedHashMap<String, Overlay>();
        for (var place : part(rule, "overlays").map().keySet()) {
            var plain = DataReader.of(part(rule, "overlays").map().get(place), rule.where() + ".overlays." + place);
            plain.only(Set.of("source", "pass", "vote_within_months", "repeat_after_months"));
            overlays.put(
                    place.toString(),
                    new Overlay(
                            plain.words("source"),
                            Catalogue.condition(plain, "pass"),
                            natural(plain, "vote_within_months"),
                            natural(plain, "repeat_after_months")));
        }
        return overlays;
    }

    private static Map<String, Fraction> composition(DataReader rule) {
        var shares = new LinkedHashMap<String, Fraction>();
        part(rule, "composition")
                .map()
                .forEach((group, share) -> shares.put(group.toString(), Fraction.parse(share.toString())));
        return shares;
    }

    private static Roll roll(DataReader rule) {
        if (!rule.has("roll")) {
            return Roll.NONE;
        }
        var plain = part(rule, "roll")
                .only(Set.of("published_days", "objection_days", "decision_days", "more_candidates_than_seats"));
        return new Roll(
                natural(plain, "published_days"),
                natural(plain, "objection_days"),
                natural(plain, "decision_days"),
                plain.truth("more_candidates_than_seats"));
    }

    private static Proxies proxies(DataReader rule) {
        if (!rule.has("proxies")) {
            return Proxies.NONE;
        }
        var plain = part(rule, "proxies").only(Set.of("allowed", "most", "candidates", "published"));
        return new Proxies(
                plain.one(Proxies.Say.class, "allowed"),
                natural(plain, "most"),
                plain.has("candidates") && plain.truth("candidates"),
                plain.has("published") && plain.truth("published"));
    }

    private static DataReader part(DataReader rule, String field) {
        return rule.has(field)
                ? DataReader.of(rule.map().get(field), rule.where() + "." + field)
                : new DataReader(rule.where() + "." + field, Map.of());
    }

    private static int natural(DataReader plain, String field) {
        int number = plain.number(field, 0);
        if (plain.has(field) && number < 1) {
            throw new Refused("rules.data.number", plain.where(), field);
        }
        return number;
    }
}
