package pavilion.ballots;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import pavilion.rules.Refused;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.rules.method.Profile;

/**
 * The export of a matter: each ballot answers yes or no, or an option set, and has the weight in heads that the file says.
 */
final class ExportFile {
    private static final List<String> SIDES = List.of("yes", "no");

    private final InputStream in;

    ExportFile(InputStream in) {
        this.in = in;
    }

    BallotFile read() {
        try {
            JsonObject file = new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            JsonObject poll = counted(file.getJsonArray("polls"));
            JsonObject slate = poll.getJsonObject("slate");
            return slate == null ? sides(poll) : plans(poll, OptionSet.fromMap(slate.getMap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DecodeException | ClassCastException | NullPointerException | NoSuchElementException | Refused e) {
            throw new BallotFileError(1, 1, "ballots.export");
        }
    }

    /** The poll that decided the matter; where none did, the last that was counted. */
    private static JsonObject counted(JsonArray polls) {
        List<JsonObject> counted = polls.stream()
                .map(JsonObject.class::cast)
                .filter(poll -> poll.getValue("tally") != null && poll.getValue("void") == null)
                .toList();
        return counted.stream()
                .filter(poll -> "decides".equals(poll.getString("purpose")))
                .reduce((earlier, later) -> later)
                .orElseGet(counted::getLast);
    }

    private static BallotFile sides(JsonObject poll) {
        BallotCollector box = new BallotCollector();
        each(poll, (choice, heads) -> {
            int side = SIDES.indexOf(choice);
            box.add(side < 0 ? Ballot.approving(1) : Ballot.approving(1, side), heads);
        });
        List<Profile.Option> options =
                SIDES.stream().map(side -> new Profile.Option(side, side)).toList();
        return new BallotFile(
                box.profile(options, 0, 1), Optional.empty(), 1, EnumSet.of(Method.Needs.ORDER, Method.Needs.TICKS));
    }

    // An order can be read as ticks as well, and methods that spend money count ticks.
    private static BallotFile plans(JsonObject poll, OptionSet slate) {
        BallotCollector box = new BallotCollector();
        each(poll, (choice, heads) -> box.add(slate.ballot(choice, 1), heads));
        EnumSet<Method.Needs> carries = EnumSet.of(slate.method().needs(), Method.Needs.TICKS);
        return new BallotFile(box.profile(slate.options(), 0, 1), slate.budget(), slate.seats(), carries);
    }

    private static void each(JsonObject poll, BiConsumer<String, BigDecimal> ballots) {
        for (Object each : poll.getJsonArray("ballots")) {
            JsonObject ballot = (JsonObject) each;
            ballots.accept(ballot.getString("choice"), BigDecimal.valueOf(ballot.getInteger("heads")));
        }
    }
}
