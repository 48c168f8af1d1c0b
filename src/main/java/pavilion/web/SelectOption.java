package pavilion.web;

/** One option of a select field, as the partial {@code part/field} reads it. */
public record SelectOption(String value, String label, boolean selected) {}
