package pavilion.proxy;

import java.time.LocalDate;
import java.util.List;
import pavilion.electorate.Voter;
import pavilion.rules.Refused;
import pavilion.rules.Rule;

/**
 * What a new letter has to keep to; each check throws {@link Refused} with the sentence that says why not.
 *
 * @param rule of the matter that says who votes
 */
record ProxyLimits(Rule rule, ProxyScope scope, LocalDate today) {
    private static final int MOST_DAYS = 366;

    void checkScope() {
        refuse(scope.subject().over(), "proxy.refused.over");
        refuse(scope.voting(), "proxy.refused.voting");
        if (rule.terms().proxies().forbidden()) {
            throw new Refused("proxy.refused.rule", rule.name(), rule.source());
        }
    }

    void checkTerm(ProxyLetter.Term term) {
        refuse(term.signed().isAfter(today), "proxy.refused.signed");
        if (term.to() == null) {
            return;
        }
        refuse(term.to().isBefore(term.from()), "proxy.refused.period");
        refuse(term.to().isBefore(today), "proxy.refused.past");
        refuse(term.to().isAfter(term.from().plusDays(MOST_DAYS)), "proxy.refused.long");
    }

    void checkHolder(Voter voter, ProxyHolderStore.Holder holder) {
        refuse(!holder.adult(), "proxy.refused.child");
        refuse(!holder.near(), "proxy.refused.elsewhere");
        Long principal = voter.person();
        refuse(principal != null && principal == holder.id(), "proxy.refused.self");
    }

    /** @param others that stand for the same session or matter */
    void checkOthers(List<ProxyLetter> others, Voter voter, ProxyHolderStore.Holder holder) {
        Long principal = voter.person();
        refuse(others.stream().anyMatch(each -> each.voter() == voter.voter()), "proxy.refused.already");
        // No chains: whoever holds for others comes in person, and whoever gave a vote away holds for nobody.
        if (principal != null && others.stream().anyMatch(each -> each.holder() == principal)) {
            throw new Refused("proxy.refused.holds", voter.label());
        }
        refuse(others.stream().anyMatch(each -> each.grantedBy(holder.id())), "proxy.refused.given-away");
        int limit = rule.terms().proxies().limit();
        long held = others.stream()
                .filter(each -> each.holder() == holder.id())
                .map(ProxyLetter::voter)
                .distinct()
                .count();
        if (held >= limit) {
            throw new Refused("proxy.refused.limit", limit);
        }
    }

    private static void refuse(boolean wrong, String key) {
        if (wrong) {
            throw new Refused(key);
        }
    }
}
