package pavilion.matter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pairs of neighbouring characters: Chinese has no spaces, so a search finds pairs instead of words. */
public final class Bigrams {
    private Bigrams() {}

    /** Letters and digits only, so that a pair can stand in a search expression as it is. */
    public static Set<String> of(String text) {
        Set<String> pairs = new LinkedHashSet<>();
        for (String run : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            int[] points = run.codePoints().toArray();
            for (int i = 0; i + 1 < points.length; i++) {
                pairs.add(new String(points, i, 2));
            }
            if (points.length == 1) {
                pairs.add(run);
            }
        }
        return pairs;
    }

    public static String[] array(String text) {
        return of(text).stream().limit(4000).toArray(String[]::new);
    }

    /** Every pair must be there; empty when there is none. */
    public static String all(String text) {
        Set<String> pairs = of(text);
        pairs.removeAll(Set.of(single(text)));
        return join(pairs, " & ");
    }

    /** Characters that stand alone in what is looked for: no pair, so they are looked for in the text itself. */
    public static String[] single(String text) {
        return of(text).stream()
                .filter(pair -> pair.codePointCount(0, pair.length()) == 1)
                .limit(60)
                .toArray(String[]::new);
    }

    public static String any(String text) {
        return join(of(text), " | ");
    }

    private static String join(Set<String> pairs, String how) {
        List<String> quoted = new ArrayList<>();
        pairs.stream().limit(60).forEach(pair -> quoted.add("'" + pair + "'"));
        return String.join(how, quoted);
    }

    /** Twice what both have over all that each has, in hundredths (Dice, 1945). */
    public static int likeness(String one, String other) {
        Set<String> a = of(one);
        Set<String> b = of(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long both = a.stream().filter(b::contains).count();
        return (int) (200 * both / (a.size() + b.size()));
    }
}
