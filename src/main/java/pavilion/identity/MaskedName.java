package pavilion.identity;

/** A name for those whose work does not need it: the first character and a star. */
public final class MaskedName {
    private MaskedName() {}

    public static String name(String full) {
        return full.isEmpty() ? "" : full.substring(0, full.offsetByCodePoints(0, 1)) + "*";
    }
}
