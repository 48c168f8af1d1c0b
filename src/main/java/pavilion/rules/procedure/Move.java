package pavilion.rules.procedure;

/** How a matter leaves a stage. */
public enum Move {
    NEXT,
    /** Back to the proposer for correction, once, with a reason. */
    RETURN,
    /** To another template or body; the case file goes along. */
    REROUTE,
    SUSPEND,
    END
}
