package pavilion.document;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which signs can be printed. What the fonts lack is printed as 〓, the mark that Chinese printers put where a sort is missing, one
 * for each sign that a reader sees as one.
 */
final class Glyphs {
    static final String MISSING = "\u3013";

    private static final String KEYCAP = "\u20E3";

    /** Read once, when the first paper is printed. */
    private static final class Known {
        /** In one of the fonts. */
        static final BitSet ANYWHERE = new BitSet();
        /** In each of them. */
        static final BitSet EVERYWHERE = new BitSet();

        static {
            EVERYWHERE.set(0, Character.MAX_CODE_POINT + 1);
            for (BitSet font : Fonts.codePoints()) {
                ANYWHERE.or(font);
                EVERYWHERE.and(font);
            }
        }
    }

    private Glyphs() {}

    /** Whether some of this, which can be printed, is in one of the fonts alone. */
    static boolean rare(String printable) {
        return printable.codePoints().anyMatch(point -> known(point) && point > ' ' && !Known.EVERYWHERE.get(point));
    }

    /**
     * @param missing takes the signs that were replaced
     * @return the text as it can be printed
     */
    static String printable(String text, Set<String> missing) {
        if (text.codePoints().allMatch(Glyphs::known)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(text);
        int start = signs.first();
        for (int end = signs.next(); end != BreakIterator.DONE; end = signs.next()) {
            printable.append(sign(text.substring(start, end), missing));
            start = end;
        }
        return printable.toString();
    }

    /** One sign: itself, without marks that only say how to draw it; composed; a blank for a blank; or 〓. */
    private static String sign(String sign, Set<String> missing) {
        if (sign.codePoints().allMatch(Glyphs::known)) {
            return sign;
        }
        if (sign.isBlank() || sign.codePoints().allMatch(Character::isSpaceChar)) {
            return " ";
        }
        String drawn = Normalizer.normalize(sign, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !invisible(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!drawn.contains(KEYCAP) && drawn.codePoints().allMatch(Glyphs::known)) {
            return drawn;
        }
        missing.add(sign);
        return MISSING;
    }

    private static boolean known(int point) {
        return point == '\n' || point == '\t' || Known.ANYWHERE.get(point);
    }

    /** Joiners, variation selectors, byte order marks, controls: nothing of their own is seen. */
    private static boolean invisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xE0100 && point <= 0xE01EF;
    }
}
