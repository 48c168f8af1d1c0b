package pavilion.rules.procedure;

/** What is done in a stage, whatever a template calls it. */
public enum StageKind {
    /** Proposed, and endorsed by as many as the template asks for. */
    PROPOSE,
    /** The committee says whose it is, by which rule and with which process it goes on. */
    TRIAGE,
    /** The options are written and discussed. */
    PLAN,
    /** What will be decided is posted before the vote. */
    NOTICE,
    /** Debated and decided in a live session. */
    SESSION,
    /** Decided by a poll over days. */
    POLL,
    /** The count of a poll is checked and signed by those who watch it, before anything is posted. */
    COUNT,
    /** What was decided is posted, and may be objected to. */
    PUBLICITY,
    /** The decision is carried out. */
    WORK,
    /** Those who took part rate the work. */
    RATE;

    /** Whether the matter itself is decided in it. */
    public boolean decides() {
        return this == SESSION || this == POLL;
    }
}
