package pavilion.walk;

import java.util.List;

/**
 * One control of a shown form.
 *
 * @param type as HTML has it, {@code textarea} and {@code select} too
 * @param value what it holds when the page is shown
 * @param options the values to choose from in a select or a datalist; empty for any other control
 * @param min as the attribute, empty where there is none; so {@code max}
 * @param longest most characters, 0 where it is not said
 */
record FormInput(
        String type,
        String name,
        String value,
        boolean checked,
        boolean required,
        List<String> options,
        String min,
        String max,
        int longest) {

    boolean typed() {
        return switch (type) {
            case "hidden", "radio", "checkbox", "select", "file" -> false;
            default -> true;
        };
    }

    boolean hidden() {
        return type.equals("hidden");
    }
}
