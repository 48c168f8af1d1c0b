package pavilion.poll;

import java.security.SecureRandom;

/** The receipt of a ballot: twelve characters by chance, none of which is taken for another when it is written down. */
final class ReceiptCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;

    private ReceiptCode() {}

    static String fresh() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
