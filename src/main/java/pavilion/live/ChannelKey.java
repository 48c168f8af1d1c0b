package pavilion.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one channel: what kind it is, and which object of which community it shows. Its text form
 * {@code kind/community/id} stands in pages ({@code data-channel}) and in the address of {@code /live}.
 */
public record ChannelKey(String kind, int community, long id) {
    private static final Pattern TEXT = Pattern.compile("([a-z]+)/([0-9]{1,9})/([0-9]{1,18})");

    /** @return nothing where the text does not have that form */
    public static Optional<ChannelKey> parse(@Nullable String text) {
        Matcher matcher = TEXT.matcher(String.valueOf(text));
        return matcher.matches()
                ? Optional.of(new ChannelKey(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** The event bus address of its snapshots. */
    String address() {
        return "live." + this;
    }

    @Override
    public String toString() {
        return kind + "/" + community + "/" + id;
    }
}
