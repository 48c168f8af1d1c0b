package pavilion.rulebook;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import pavilion.web.Route;

/** Puts the pages of the rules together: the law, the calculator, and what a community adopted. */
public final class RulebookModule {
    private final List<Route> routes;

    public RulebookModule(RuleBook law, AdoptedRules adopted, Clock clock) {
        this.routes = Stream.of(
                        new RulePages(law).routes(),
                        new MethodPages().routes(),
                        new AdoptedRulePages(adopted, clock).routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Route> routes() {
        return routes;
    }
}
