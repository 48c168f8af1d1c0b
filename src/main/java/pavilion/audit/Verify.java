package pavilion.audit;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Catalogue;
import pavilion.rules.Sha256;

/**
 * Checks an exported matter with nothing but the file. The hash in the first line finds any accident. What somebody changed
 * who also redid that hash is found by the chain: everything that the file says follows from its acts, from the ballots that
 * they seal, and from the rule. Only a code kept elsewhere (printed on the resolution) finds acts that were written anew: give
 * it if you have it.
 */
public final class Verify {
    private static final Pattern VERSION = Pattern.compile(Pattern.quote(Export.KIND) + "([0-9]{1,9})\"");

    /** How far the moments of two acts may be the wrong way round. */
    static final Duration CLOCKS = Duration.ofMinutes(1);

    private final Catalogue law;

    /** @param law the rules that need not stand in the file */
    public Verify(Catalogue law) {
        this.law = law;
    }

    public VerificationReport check(byte[] file) {
        return check(file, null);
    }

    /** @param head the first characters, at least 8, of a code as it was published: of any act, or of a resolution's text */
    public VerificationReport check(byte[] file, @Nullable String head) {
        return check(file, head, List.of());
    }

    /** @param areas files of {@link AreaOpenings}, which open the areas of polls in this one */
    public VerificationReport check(byte[] file, @Nullable String head, List<byte[]> areas) {
        List<Finding> found = new ArrayList<>();
        int start = firstLine(file, found);
        Optional<Export> content = Optional.empty();
        if (start > 0) {
            whole(file, start, found);
            content = content(file, found);
        }
        content.ifPresent(export -> {
            chain(export.acts(), head, found);
            new MatterCheck(law, export, found).check();
            areas.forEach(each -> found.add(opened(export, each)));
        });
        return new VerificationReport(found, content.isPresent());
    }

    /** @return where the second line begins, or 0 if this is no such file */
    private static int firstLine(byte[] file, List<Finding> found) {
        int length = Export.FORMAT.length() + Export.HEX + Export.FORMAT_END.length() + 1;
        if (file.length == 0) {
            found.add(Finding.bad("audit.verify.empty"));
            return 0;
        }
        String line = new String(file, 0, Math.min(file.length, length), StandardCharsets.ISO_8859_1);
        if (line.length() < length
                || !line.startsWith(Export.FORMAT)
                || !line.endsWith(Export.FORMAT_END + "\n")
                || !stated(file).matches("[0-9a-f]{64}")) {
            Matcher version = VERSION.matcher(line);
            found.add(
                    version.lookingAt() && !line.startsWith(Export.FORMAT)
                            ? Finding.bad("audit.verify.format.other", version.group(1))
                            : Finding.bad("audit.verify.format.bad"));
            return 0;
        }
        found.add(Finding.good("audit.verify.format"));
        return length;
    }

    private static String stated(byte[] file) {
        return new String(file, Export.FORMAT.length(), Export.HEX, StandardCharsets.ISO_8859_1);
    }

    private static void whole(byte[] file, int start, List<Finding> found) {
        String actual = Sha256.of(file, start);
        found.add(
                actual.equals(stated(file))
                        ? Finding.good("audit.verify.whole", actual.substring(0, 8))
                        : Finding.bad("audit.verify.whole.bad", stated(file), actual));
    }

    /** A file may hold anything, so whatever the parser throws means that it could not be read, and nothing else. */
    private static Optional<Export> content(byte[] file, List<Finding> found) {
        try {
            Export export = Export.read(new JsonObject(new String(file, StandardCharsets.UTF_8)));
            // Written anew it must be the same bytes: a name given twice, or broken UTF-8, shows two readers two files.
            if (!Arrays.equals(export.write(), withTrueHash(file))) {
                found.add(Finding.bad("audit.verify.json.other"));
            } else {
                found.add(Finding.good("audit.verify.json"));
            }
            return Optional.of(export);
        } catch (RuntimeException e) {
            found.add(Finding.bad("audit.verify.json.bad"));
            return Optional.empty();
        }
    }

    private static Finding opened(Export export, byte[] areas) {
        try {
            AreaOpenings openings = AreaOpenings.read(areas);
            return export.polls().stream()
                    .filter(poll -> poll.facts().containsKey("area_keys")
                            && Export.whole(poll.facts(), "id") == openings.poll())
                    .findFirst()
                    .map(openings::check)
                    .orElseGet(() -> Finding.bad("audit.verify.areas.none"));
        } catch (RuntimeException unreadable) {
            // Any file may have been given.
            return Finding.bad("audit.verify.areas.none");
        }
    }

    private static byte[] withTrueHash(byte[] file) {
        byte[] copy = file.clone();
        int start = Export.FORMAT.length() + Export.HEX + Export.FORMAT_END.length() + 1;
        byte[] hash = Sha256.of(file, start).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(hash, 0, copy, Export.FORMAT.length(), hash.length);
        return copy;
    }

    private static void chain(List<ChainEntry> acts, @Nullable String head, List<Finding> found) {
        var broken = Chain.verify(acts);
        if (broken.isPresent()) {
            String key = switch (broken.get().fault()) {
                case HASH -> "audit.verify.chain.hash";
                case ORDER -> "audit.verify.chain.order";
                case LINK -> "audit.verify.chain.link";
            };
            found.add(Finding.bad(key, broken.get().seq()));
        } else if (acts.isEmpty()) {
            found.add(Finding.bad("audit.verify.chain.none"));
        } else {
            found.add(Finding.good(
                    "audit.verify.chain", acts.size(), Chain.head(acts).substring(0, 8)));
        }
        forward(acts, found);
        if (head != null) {
            found.add(published(acts, head));
        }
    }

    /**
     * Time goes on from act to act. Not to the second: an act is given its moment before it waits for its place in the chain,
     * and several servers have several clocks.
     */
    private static void forward(List<ChainEntry> acts, List<Finding> found) {
        long latest = acts.isEmpty() ? 0 : acts.getFirst().atMillis();
        for (ChainEntry act : acts) {
            if (act.atMillis() < latest - CLOCKS.toMillis()) {
                found.add(Finding.bad("audit.verify.chain.time", act.seq()));
                return;
            }
            latest = Math.max(latest, act.atMillis());
        }
    }

    /**
     * A printed resolution keeps the code of its day while the matter goes on, so any act may have it; the register also
     * prints the checksum of the resolution's text, which the act that posted it names.
     */
    private static Finding published(List<ChainEntry> acts, String code) {
        if (code.length() < 8) {
            return Finding.bad("audit.verify.head.bad", code);
        }
        for (int i = acts.size() - 1; i >= 0; i--) {
            ChainEntry act = acts.get(i);
            if (act.hash().startsWith(code)) {
                int after = acts.size() - 1 - i;
                return after == 0
                        ? Finding.good("audit.verify.head", code)
                        : Finding.good("audit.verify.head.earlier", code, act.seq(), acts.size(), after);
            }
            if (textOf(act).startsWith(code)) {
                return Finding.good("audit.verify.head.text", code, act.seq());
            }
        }
        return Finding.bad("audit.verify.head.bad", code);
    }

    /** The checksum of the text that a resolution's act names, or nothing. */
    private static String textOf(ChainEntry act) {
        if (!act.act().equals("resolution")) {
            return "";
        }
        try {
            return String.valueOf(new JsonObject(act.payload()).getValue("sha256", ""));
        } catch (RuntimeException e) {
            // A payload may hold anything; one that is no record names no text.
            return "";
        }
    }
}
