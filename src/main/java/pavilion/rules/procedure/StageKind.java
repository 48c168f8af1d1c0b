package pavilion.rules.procedure;

/** What is done in a stage, whatever a template calls it. */
public enum StageKind {
    PROPOSE,
    TRIAGE,
    PLAN,
    NOTICE,
    SESSION,
    POLL,
    PUBLICITY,
    WORK,
    RATE
}
