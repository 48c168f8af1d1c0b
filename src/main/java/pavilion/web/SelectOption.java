package pavilion.web;

/** One line of a choice in a form, as {@code part/field} and {@code part/choice} read it. */
public record SelectOption(String value, String label, boolean selected) {}
