package pavilion.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import pavilion.rules.Refusal;

/**
 * Hashes and checks passwords: Argon2id with 19 MiB, two passes, one lane. There are no rules of composition: at least
 * eight characters, not one of the passwords that everybody tries first, not the name itself. Two are hashed at a time;
 * more would only compete for memory.
 */
public final class Passwords {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;
    private static final Argon2Function ARGON = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final Set<String> COMMON = common();

    private final Semaphore turns = new Semaphore(2, true);
    private final String nobody = hash("nobody has this password");

    public String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON).getResult());
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(ARGON));
    }

    /** Takes as long as a real check, so that the time of an answer does not tell whether the name exists. */
    boolean matchesNobody(String password) {
        matches(password, nobody);
        return false;
    }

    /** @return what is wrong with a password that somebody chose; empty if it may be used */
    static Optional<Refusal> refuse(String password, String name) {
        int length = password.codePointCount(0, password.length());
        String low = password.strip().toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            return Optional.of(Refusal.of("roster.password.short", SHORTEST, length));
        }
        if (length > LONGEST) {
            return Optional.of(Refusal.of("roster.password.long", LONGEST));
        }
        if (COMMON.contains(low) || low.chars().distinct().count() == 1) {
            return Optional.of(Refusal.of("roster.password.common"));
        }
        if (low.equals(name.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(Refusal.of("roster.password.name"));
        }
        return Optional.empty();
    }

    private <T> T inTurn(Callable<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            turns.release();
        }
    }

    private static Set<String> common() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Passwords.class.getResourceAsStream("/passwords/common.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
