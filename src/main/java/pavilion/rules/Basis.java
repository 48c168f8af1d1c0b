package pavilion.rules;

/** What one voice stands for. The mode is chosen before notice and never mixed within one vote. */
public enum Basis {
    HOUSEHOLD,
    PERSON,
    OWNER
}
