package pavilion.rules.procedure;

/** Why a period has the length it has: a law, a local norm, or our own default, which a community may change. */
public enum Ground {
    LAW,
    LOCAL,
    DEF
}
