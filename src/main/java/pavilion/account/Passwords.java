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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;

/**
 * Hashes and checks passwords: Argon2id with 19 MiB, two passes, one lane. There are no rules of composition: at least
 * eight characters, not one of the passwords that everybody tries first, not the name itself. Few are hashed at a time, so that
 * trying passwords takes neither the memory nor all processors; who waits too long is asked to come again. Whoever has shown
 * something already, an invitation or a browser that is known, does not wait behind those who have not.
 */
public final class Passwords {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;
    private static final Argon2Function ARGON = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
    private static final Set<String> COMMON = common();

    /** Longest wait for a turn, in seconds; and how many wait at most. */
    private static final int LONGEST_WAIT = 20;

    private static final int MOST_WAITING = 500;

    /** Who waits behind whom. */
    enum Turn {
        ANYBODY,
        KNOWN
    }

    private final Map<Turn, Semaphore> turns = Map.of(
            Turn.ANYBODY,
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true),
            Turn.KNOWN,
            new Semaphore(1, true));
    private final String nobody = hash("nobody has this password");

    public String hash(String password) {
        return inTurn(
                Turn.KNOWN,
                () -> Password.hash(password).addRandomSalt(16).with(ARGON).getResult());
    }

    /** @throws Refused if too many wait for this turn */
    boolean matches(String password, String hash, Turn turn) {
        return inTurn(turn, () -> Password.check(password, hash).with(ARGON));
    }

    /** Takes as long as a real check, so that the time of an answer does not tell whether the name exists. */
    boolean matchesNobody(String password) {
        matches(password, nobody, Turn.ANYBODY);
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

    private <T> T inTurn(Turn turn, Supplier<T> work) {
        Semaphore mine = turns.get(turn);
        try {
            if (mine.getQueueLength() >= MOST_WAITING || !mine.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
                throw new Refused("roster.sign-in.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("roster.sign-in.busy");
        }
        try {
            return work.get();
        } finally {
            mine.release();
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
