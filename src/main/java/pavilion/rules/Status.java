package pavilion.rules;

/** How well a rule is known: V read in the text of the law, S from a secondary source, M from memory, J our own default, A adopted by the community itself. */
public enum Status {
    V,
    S,
    M,
    J,
    A
}
