package pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pavilion.rules.Refusing.refuses;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    @Test
    void givesTheVersionInForceOnTheDay() {
        var catalogue = Catalogue.of(List.of(
                data(Map.of("from", "2026-01-01", "status", "V")), data(Map.of("to", "2025-12-31", "status", "M"))));
        assertEquals(Status.M, catalogue.rule("r", LocalDate.of(2025, 12, 31)).status());
        assertEquals(Status.V, catalogue.rule("r", LocalDate.of(2026, 1, 1)).status());
        assertEquals(Status.V, catalogue.rule("r").status());
        assertEquals(1, catalogue.inForce(LocalDate.of(2026, 1, 1)).size());
    }

    @Test
    void refusesARuleOutOfItsTime() {
        var catalogue = Catalogue.of(List.of(data(Map.of("from", "2026-01-01", "to", "2026-12-31"))));
        refuses("rules.refused.not_in_force", () -> catalogue.rule("r", LocalDate.of(2025, 12, 31)));
        refuses("rules.refused.not_in_force", () -> catalogue.rule("r", LocalDate.of(2027, 1, 1)));
        assertTrue(catalogue.rule("r", LocalDate.of(2026, 12, 31)).binding());
    }

    @Test
    void refusesAnUnknownId() {
        refuses("rules.refused.unknown_rule", () -> Catalogue.of(List.of()).rule("rc28.reps"));
    }

    @Test
    void refusesTwoVersionsOfOneDay() {
        refuses(
                "rules.data.overlap",
                () -> Catalogue.of(List.of(data(Map.of("to", "2026-01-01")), data(Map.of("from", "2026-01-01")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "name", "source", "status", "electorate", "basis", "binding", "secrecy"})
    void refusesARuleThatLeavesSomethingOut(String field) {
        var data = data(Map.of());
        data.remove(field);
        var refusal = refuses("rules.data.missing", () -> Catalogue.of(List.of(data)));
        assertTrue(refusal.args().getFirst().toString().contains(field));
    }

    @ParameterizedTest
    @CsvSource({
        "status, X, rules.data.unknown",
        "electorate, everyone, rules.data.unknown",
        "secrecy, open, rules.data.unknown",
        "binding, maybe, rules.data.truth",
        "from, tomorrow, rules.data.day",
        "to, 2026-02-30, rules.data.day",
        "quorum, half, rules.data.missing",
        "name, half, rules.data.missing"
    })
    void refusesARuleThatCannotBeRead(String field, String value, String key) {
        refuses(key, () -> Catalogue.of(List.of(data(Map.of(field, value)))));
    }

    @Test
    void refusesAConditionThatIsEmptyOrDouble() {
        refuses("rules.data.missing", () -> Catalogue.of(List.of(data(Map.of("pass", Map.of())))));
        var both =
                Map.of("all", List.of("yes more than 1/2 of present"), "any", List.of("yes more than 1/2 of present"));
        refuses("rules.data.missing", () -> Catalogue.of(List.of(data(Map.of("pass", both)))));
    }

    private static Map<String, Object> data(Map<String, Object> other) {
        var data = new HashMap<String, Object>(Map.of(
                "id", "r",
                "name", Map.of("zh", "规则", "en", "rule"),
                "source", Map.of("zh", "出处", "en", "source"),
                "status", "J",
                "electorate", "household_reps",
                "basis", "household",
                "pass", Map.of("all", List.of("yes more than 1/2 of present")),
                "binding", true,
                "secrecy", "named"));
        data.putAll(other);
        return data;
    }
}
