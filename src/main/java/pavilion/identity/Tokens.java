package pavilion.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random tokens, and marks that only this server can make: form tokens, screen keys. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ThreadLocal<Mac> mac;

    /** @param secret shared by all servers, kept in the database */
    public Tokens(String secret) {
        SecretKeySpec key = hmacKey(secret);
        this.mac = ThreadLocal.withInitial(() -> mac(key));
    }

    /** @return 24 random bytes in the URL-safe Base64 alphabet: 32 characters */
    public static String token() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Proves that this server issued something for a purpose and a subject.
     *
     * @param purpose must not contain a line break
     * @return the first 128 bits of an HMAC-SHA-256 under the server's secret: 32 hex characters
     */
    public String mark(String purpose, String subject) {
        return HexFormat.of().formatHex(hmac(mac.get(), purpose + "\n" + subject), 0, 16);
    }

    /** @return HMAC-SHA-256 (RFC 2104) of a text under a key that both sides know: 64 hex characters */
    public static String signature(String key, String text) {
        return HexFormat.of().formatHex(hmac(mac(hmacKey(key)), text));
    }

    private static SecretKeySpec hmacKey(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static byte[] hmac(Mac mac, String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time, so that the answer does not show how many characters agreed. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
