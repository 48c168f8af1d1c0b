package pavilion.rules.procedure;

import java.util.Locale;

/** Who may decide: the answer of triage. */
public enum DecisionRoute {
    COURTYARD,
    RESIDENTS,
    OWNERS,
    WHISTLE,
    HOTLINE,
    MEDIATION,
    DECLINED;

    public String key() {
        return "rules.route." + name().toLowerCase(Locale.ROOT);
    }
}
