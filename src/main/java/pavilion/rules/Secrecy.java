package pavilion.rules;

/** Fixed by the rule, never by the organiser. */
public enum Secrecy {
    /** The ballot names the voter; each can check their own. */
    NAMED,
    /** Who took part is known, how they voted is stored nowhere. */
    SECRET,
    /** Encrypted until the close, and verifiable by the voter. */
    SEALED
}
