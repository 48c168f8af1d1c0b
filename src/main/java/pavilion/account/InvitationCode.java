package pavilion.account;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * Ten characters that people copy from paper or from a neighbour's screen: 29 signs of which no two look alike, 48 bits.
 * A look-alike that is typed instead (O for 0, l for 1, Z for 2, S for 5, B for 8, U for V) is read as what was printed.
 */
public final class InvitationCode {
    private static final String SIGNS = "0123456789ACDEFGHJKMNPQRTVWXY";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private InvitationCode() {}

    public static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** @return the code as it was printed, or null if this cannot be one */
    public static @Nullable String normal(String typed) {
        if (typed.length() > 80) {
            return null;
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}\\p{Punct}\u00b7\uff0e\u3002]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('Z', '2')
                .replace('S', '5')
                .replace('B', '8')
                .replace('U', 'V');
        boolean known = plain.length() == LENGTH && plain.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
        return known ? plain : null;
    }

    static String hash(String normal) {
        return Sha256.of("slip " + normal);
    }
}
