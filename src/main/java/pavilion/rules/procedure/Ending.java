package pavilion.rules.procedure;

/** How a matter ends. "No agreement" is an honest end, not a failure. */
public enum Ending {
    AGREED,
    NO_AGREEMENT,
    NOT_QUORATE,
    WITHDRAWN,
    DECLINED,
    DONE,
    REROUTED
}
