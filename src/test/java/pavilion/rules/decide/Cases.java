package pavilion.rules.decide;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import pavilion.rulebook.RuleBook;

/** Cases for tests, written as "key number, key number". */
final class Cases {
    private static final Decider DECIDER = new Decider(RuleBook.load().catalogue());

    private Cases() {}

    static CaseAnswer.Decided decided(Map<String, Object> fields) {
        return assertInstanceOf(CaseAnswer.Decided.class, DECIDER.decide(fields));
    }

    static CaseAnswer.Trouble trouble(Map<String, Object> fields) {
        return assertInstanceOf(CaseAnswer.Trouble.class, DECIDER.decide(fields));
    }

    static Map<String, Object> fields(String rule, String numbers) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("rule", rule);
        for (var each : numbers.split(", ")) {
            var pair = each.strip().split(" ");
            boolean flag = pair[0].equals("petition") || pair[0].equals("runoff");
            fields.put(pair[0], flag ? (Object) true : new BigDecimal(pair[1]));
        }
        return fields;
    }
}
