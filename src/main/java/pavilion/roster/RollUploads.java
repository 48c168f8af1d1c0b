package pavilion.roster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Sha256;

/**
 * The last file that somebody uploaded, between its report and its import: in memory alone, one a person, for half an hour, and no
 * more than a few large ones altogether. Whose file is gone chooses it again.
 */
final class RollUploads {
    private static final Duration KEEP = Duration.ofMinutes(30);
    private static final long MOST_BYTES = 96L << 20;

    private record Upload(String hash, byte[] bytes) {}

    private final Cache<String, Upload> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEEP)
            .maximumWeight(MOST_BYTES)
            .weigher((String person, Upload upload) -> upload.bytes().length)
            .build();

    /** @return its fingerprint, by which it is taken again */
    String keep(String person, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String hash = Sha256.of(bytes);
            kept.put(person, new Upload(hash, bytes));
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return a new file, which the caller deletes; null if what is kept is not this one */
    @Nullable
    Path take(String person, String hash) {
        Upload upload = kept.getIfPresent(person);
        if (upload == null || !upload.hash().equals(hash)) {
            return null;
        }
        try {
            return Files.write(Files.createTempFile("roll", ""), upload.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String person) {
        kept.invalidate(person);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
