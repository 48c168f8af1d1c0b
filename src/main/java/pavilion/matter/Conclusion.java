package pavilion.matter;

import java.util.Locale;
import pavilion.rules.DecisionKind;
import pavilion.rules.procedure.Ending;

/**
 * How a vote came out, as everything that tells of it names it: lists, pages, papers, the register.
 *
 * @param kind what its rule gives
 * @param ending AGREED, NO_AGREEMENT or NOT_QUORATE
 * @param annulled the vote is void: whatever it came to, nothing was decided
 */
public record Conclusion(DecisionKind kind, Ending ending, boolean annulled) {
    private static final String VOID = "void";

    public Conclusion(DecisionKind kind, Ending ending) {
        this(kind, ending, false);
    }

    public boolean passed() {
        return ending == Ending.AGREED && !annulled;
    }

    /** Something was decided that binds. */
    public boolean decided() {
        return passed() && kind.binding();
    }

    /** A courtyard's opinion that came about is no decision, and an owners' vote that failed is no lack of agreement. */
    public String key() {
        return annulled ? "resolution.void" : "matter.ending." + lower(kind) + "." + lower(ending);
    }

    /** The title of what is posted, with the subject as its argument. */
    public String title() {
        return "resolution.title." + (annulled ? VOID : passed() ? lower(kind) : "result");
    }

    /** What its text is called: of what did not pass it is only what was put to the vote. */
    public String body() {
        return "resolution.body." + text();
    }

    /** Whom it addresses, with the place as its argument. */
    public String audience() {
        return "resolution.paper.to." + whose();
    }

    /** Who signs it, with the community and the place as its arguments. */
    public String signed() {
        return "resolution.paper.signed." + whose();
    }

    /** What follows, with the day from which it holds and who sees to it as its arguments. */
    public String effect() {
        return "resolution.effect." + text();
    }

    private String text() {
        return annulled ? VOID : decided() ? "decision" : lower(ending);
    }

    /** Who sees to it. */
    public String responsible() {
        return "resolution.paper.responsible." + whose();
    }

    /** Where a decision can be contested. */
    public String court() {
        return "resolution.court." + whose();
    }

    private String whose() {
        return kind == DecisionKind.OWNERS ? "owners" : "residents";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
