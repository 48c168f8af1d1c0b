package pavilion.audit;

import java.time.LocalDate;
import pavilion.rules.Rule;

/** The rule of that id in force on that day; {@code Catalogue::rule} is one. */
@FunctionalInterface
public interface RuleBook {
    Rule rule(String id, LocalDate day);
}
