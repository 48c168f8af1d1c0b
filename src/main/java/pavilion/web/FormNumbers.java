package pavilion.web;

/** Numbers in addresses and hidden fields, where anything else is no error but nothing. */
public final class FormNumbers {
    private FormNumbers() {}

    /** @return the id, or 0 for anything else */
    public static long id(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    /** @return the number of a page, or 1 for anything else */
    public static int page(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 1;
    }
}
