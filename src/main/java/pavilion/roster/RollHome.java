package pavilion.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/** Where a household lives within its courtyard: numbers without the words for building, unit and room; empty where there is none. */
record RollHome(String building, String unit, String room) {
    private static final int LONGEST = 40;
    private static final Pattern BUILDING = RollColumns.pattern("building");
    private static final Pattern UNIT = RollColumns.pattern("unit");
    private static final Pattern ROOM = RollColumns.pattern("room");
    private static final Pattern WORDS = RollColumns.pattern("words");
    private static final Pattern NUMBERS =
            Pattern.compile("([\\p{N}A-Za-z]+)-(?:([\\p{N}A-Za-z]+)-)?([\\p{N}A-Za-z]+)");
    private static final Pattern CLEAN = Pattern.compile("[\\p{L}\\p{N}]+");

    /** @param address the whole in one cell; empty where the file has cells for its parts. @return null for an address that cannot be read */
    static @Nullable RollHome of(String building, String unit, String room, String address) {
        String house = bare(BUILDING, building);
        String stairs = bare(UNIT, unit);
        String flat = bare(ROOM, room);
        if (!address.isEmpty() && flat.isEmpty()) {
            Matcher whole = whole(address);
            return whole == null ? null : new RollHome(whole.group(1), text(whole.group(2)), whole.group(3));
        }
        Matcher words = WORDS.matcher(flat);
        if (words.matches()) {
            return new RollHome(words.group(1), words.group(2) == null ? stairs : words.group(2), words.group(3));
        }
        Matcher numbers = NUMBERS.matcher(flat);
        if (!numbers.matches()) {
            return new RollHome(house, stairs, flat);
        }
        String first = numbers.group(1);
        String middle = numbers.group(2);
        if (middle != null && (house.isEmpty() || house.equals(first)) && (stairs.isEmpty() || stairs.equals(middle))) {
            return new RollHome(first, middle, numbers.group(3));
        }
        if (middle == null && !house.isEmpty() && (stairs.isEmpty() || stairs.equals(first))) {
            return new RollHome(house, first, numbers.group(3));
        }
        return new RollHome(house, stairs, flat);
    }

    private static @Nullable Matcher whole(String address) {
        Matcher words = WORDS.matcher(address);
        if (words.matches()) {
            return words;
        }
        Matcher numbers = NUMBERS.matcher(address);
        return numbers.matches() ? numbers : null;
    }

    private static String bare(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    boolean isThere() {
        return !room.isEmpty();
    }

    /** How people call it, "3 栋 2 单元 301". */
    String label() {
        return Stream.of(
                        building.isEmpty() ? "" : RollColumns.home("building").formatted(building),
                        unit.isEmpty() ? "" : RollColumns.home("unit").formatted(unit),
                        RollColumns.home("room").formatted(room))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * Codes for a household here, the one to prefer first: {@code HY-01-3-2-301}. Where a part has other characters than letters
     * and digits, or two different homes would read the same, part of a hash (SHA-256) tells them apart.
     */
    List<String> codes(String courtyard) {
        List<String> parts =
                Stream.of(building, unit, room).filter(p -> !p.isEmpty()).toList();
        String joined = (courtyard + "-" + String.join("-", parts)).replaceAll("[^\\p{L}\\p{N}._-]", ".");
        boolean clean = parts.stream().allMatch(p -> CLEAN.matcher(p).matches())
                && (unit.isEmpty() || !building.isEmpty())
                && joined.length() <= LONGEST;
        String hash = Sha256.of(String.join("\u0001", courtyard, building, unit, room));
        List<String> codes = new ArrayList<>();
        if (clean) {
            codes.add(joined);
        }
        for (int digits = 6; digits <= 24; digits += 6) {
            String begin = joined.substring(0, Math.min(joined.length(), LONGEST - digits - 1));
            codes.add(begin + "-" + hash.substring(0, digits));
        }
        return codes;
    }
}
