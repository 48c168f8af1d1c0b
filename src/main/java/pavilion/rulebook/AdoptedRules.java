package pavilion.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.AdoptedRule;
import pavilion.rules.Participation;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/** The rules a community decides by: those of the law, and those it has adopted itself. */
public final class AdoptedRules {
    private static final String OWN = "own.";
    private static final int READ = 10_000;

    private record Key(int community, String id) {}

    private final Database db;
    private final RuleBook book;
    // An adopted rule never changes, so what was read once stays true.
    private final Cache<Key, AdoptedRule> read =
            Caffeine.newBuilder().maximumSize(READ).build();

    public AdoptedRules(Database db, RuleBook book) {
        this.db = db;
        this.book = book;
    }

    public RuleBook book() {
        return book;
    }

    /** The rule of that id; of the law the version in force on that day. */
    public Rule rule(int community, String id, LocalDate day) {
        return id.startsWith(OWN) ? own(community, id) : book.catalogue().rule(id, day);
    }

    /** The rule of that id; of the law the newest version. */
    public Rule rule(int community, String id) {
        return id.startsWith(OWN) ? own(community, id) : book.catalogue().rule(id);
    }

    /** Whether those who attend online are present: only where the community has adopted so. */
    public boolean remote(int community, String id) {
        return id.startsWith(OWN) && known(community, id).remote();
    }

    /** What an exported file needs to decide by an adopted rule; nothing for a rule of the law. */
    public Optional<Map<String, Object>> data(int community, String id) {
        return id.startsWith(OWN) ? Optional.of(known(community, id).toMap()) : Optional.empty();
    }

    private Rule own(int community, String id) {
        return known(community, id).rule(book.catalogue());
    }

    private AdoptedRule known(int community, String id) {
        Key key = new Key(community, id);
        AdoptedRule known = read.getIfPresent(key);
        if (known == null) {
            known = find(community, id)
                    .orElseThrow(() -> new Refused("rules.refused.unknown_rule", id))
                    .rule();
            read.put(key, known);
        }
        return known;
    }

    Optional<AdoptedRuleEntry> find(int community, String id) {
        return id.matches("own\\.[0-9]{1,6}")
                ? AdoptedRuleStore.find(db.plain(), community, Integer.parseInt(id.substring(OWN.length())))
                : Optional.empty();
    }

    List<AdoptedRuleEntry> all(int community) {
        return AdoptedRuleStore.all(db.plain(), community);
    }

    /** Those on top of a rule of the law that a matter may be given on that day; none that asks for less than its base. */
    public List<Rule> inForce(int community, List<String> bases, LocalDate day) {
        List<AdoptedRuleEntry> all = all(community);
        return all.stream()
                .filter(each -> bases.contains(each.rule().base()) && begun(each, day))
                .filter(each -> all.stream()
                        .noneMatch(other -> Integer.valueOf(each.n()).equals(other.replaces()) && begun(other, day)))
                .filter(each -> adoptable(each.rule()))
                .map(each -> each.rule().rule(book.catalogue()))
                .toList();
    }

    private boolean adoptable(AdoptedRule rule) {
        try {
            rule.adoptable(book.catalogue());
            return true;
        } catch (Refused lower) {
            return false;
        }
    }

    private static boolean begun(AdoptedRuleEntry adopted, LocalDate day) {
        return !adopted.rule().from().isAfter(day);
    }

    /**
     * Adopts a rule; sent twice it is adopted once. A rule by which silence counts is refused: a poll does not know which
     * of its voters were served a ballot, so its close could not follow {@link Participation}. The calculator of cases,
     * which is told the number served, can.
     *
     * @param data as {@link AdoptedRule#of}, without the id
     * @return its number
     * @throws Refused where it asks for less than the rule it stands on, or takes the place of a rule that is gone or replaced
     */
    int adopt(
            int community,
            Map<String, Object> data,
            @Nullable Integer replaces,
            @Nullable Long person,
            String post,
            String key,
            Clock clock) {
        return db.transact(tx -> {
            int n = AdoptedRuleStore.next(tx, community);
            Optional<Integer> before = AdoptedRuleStore.byKey(tx, community, key);
            return before.isPresent()
                    ? before.get()
                    : write(tx, community, n, data, replaces, person, post, key, clock.instant());
        });
    }

    private int write(
            Tx tx,
            int community,
            int n,
            Map<String, Object> data,
            @Nullable Integer replaces,
            @Nullable Long person,
            String post,
            String key,
            Instant now) {
        var whole = new LinkedHashMap<String, Object>(data);
        whole.put("id", AdoptedRuleEntry.id(n));
        AdoptedRule rule = AdoptedRule.of(whole);
        rule.adoptable(book.catalogue());
        if (rule.policy() != Participation.RETURNED) {
            throw new Refused("charter.refused.policy");
        }
        if (replaces != null) {
            boolean open = AdoptedRuleStore.find(tx, community, replaces)
                    .filter(each ->
                            each.replacedBy() == null && each.rule().base().equals(rule.base()))
                    .isPresent();
            if (!open) {
                throw new Refused("charter.refused.replaces");
            }
        }
        AdoptedRuleStore.write(tx, community, n, rule, replaces, person, key, now);
        JsonObject act =
                new JsonObject().put("rule", new JsonObject(rule.toMap())).put("replaces", replaces);
        AuditStore.append(tx, community, "rules", "rule.adopted", post, act.encode(), now);
        return n;
    }
}
