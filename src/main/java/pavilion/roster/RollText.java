package pavilion.roster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written in a cell, as it is meant: full-width forms (Unicode NFKC), invisible characters, padding and units undone. */
final class RollText {
    /** A spreadsheet shows 15 significant digits; what it stores beyond them is the rest of a binary fraction. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private static final int MOST_DIGITS = 30;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58]");
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");
    private static final Pattern METRES = RollColumns.pattern("metres");
    /** Written out by a program that stores what a spreadsheet stores. */
    private static final Pattern LONG = Pattern.compile("[0-9]{1,6}\\.[0-9]{12,20}");

    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?");

    private RollText() {}

    static String plain(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC);
        text = DASHES.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll("-");
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** The name of a column, so that {@code 姓 名} and {@code *姓名：} are 姓名. */
    static String head(String cell) {
        return plain(cell).toLowerCase(Locale.ROOT).replaceAll("[\\s*:]", "");
    }

    /** The name of a column without what stands in brackets. */
    static String withoutRemark(String head) {
        return REMARK.matcher(head).replaceAll("");
    }

    /** A code, a number of a house, a flat: nothing in it is a space. */
    static String code(String cell) {
        return plain(cell).replace(" ", "");
    }

    /** A name; two characters are often padded to the width of three. */
    static String name(String cell) {
        return BETWEEN_HAN.matcher(plain(cell)).replaceAll("");
    }

    /** Square metres without their unit. */
    static String area(String cell) {
        String written = code(cell).toLowerCase(Locale.ROOT);
        Matcher metres = METRES.matcher(written);
        String text = metres.matches() ? metres.group(1) : written;
        if (LONG.matcher(text).matches()) {
            return number(new BigDecimal(text));
        }
        return THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    }

    /** The number that a spreadsheet shows for what it stores: 85.99 for 85.98999999999999. */
    static String number(BigDecimal stored) {
        BigDecimal shown = stored.round(SHOWN).stripTrailingZeros();
        return Math.abs((long) shown.scale()) > MOST_DIGITS ? shown.toString() : shown.toPlainString();
    }

    /** The letter above a column of a spreadsheet: A for 0, AA for 26; empty for a column that is not there. */
    static String letter(int column) {
        StringBuilder letter = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letter.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letter.toString();
    }
}
