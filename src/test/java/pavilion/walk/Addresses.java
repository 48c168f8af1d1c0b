package pavilion.walk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses of the server, with what names one thing replaced by a word for it. */
final class Addresses {
    private static final List<String> NAMED_AFTER = List.of("c", "rules", "methods", "slip", "screen", "register");

    private Addresses() {}

    static String path(String address) {
        return address.split("[?#]", 2)[0];
    }

    /** {@code /c/hepinglu/matters/1234?x=1} is {@code /c/:c/matters/:id}. */
    static String pattern(String address) {
        String[] parts = path(address).split("/", -1);
        return Arrays.stream(parts)
                .map(part -> part.matches("[0-9]+") ? ":id" : part)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Addresses::named));
    }

    private static String named(List<String> parts) {
        StringBuilder all = new StringBuilder();
        String before = "";
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean name = NAMED_AFTER.contains(before) && !part.isEmpty() && !part.equals("new");
            all.append(i == 0 ? "" : "/").append(name ? ":" + before : part);
            before = part;
        }
        return all.toString();
    }
}
