package pavilion.ballots;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import pavilion.rules.method.Ballot;
import pavilion.rules.method.Method;
import pavilion.rules.method.Profile;

/** A matter as this house exports it: each ballot is for, against, or neither, and stands for as many heads as it says. */
final class ExportFile {
    private static final List<String> SIDES = List.of("yes", "no");

    private final InputStream in;

    ExportFile(InputStream in) {
        this.in = in;
    }

    BallotFile read() {
        Box box = new Box();
        try {
            JsonObject file = new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            for (Object each : file.getJsonArray("ballots")) {
                JsonObject ballot = (JsonObject) each;
                int side = SIDES.indexOf(ballot.getString("choice"));
                box.add(
                        side < 0 ? Ballot.approving(1) : Ballot.approving(1, side),
                        BigDecimal.valueOf(ballot.getInteger("heads")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            throw new Mistake(1, 1, "ballots.export");
        }
        List<Profile.Option> options =
                SIDES.stream().map(side -> new Profile.Option(side, side)).toList();
        return new BallotFile(
                box.profile(options, 0, 1), Optional.empty(), 1, EnumSet.of(Method.Needs.ORDER, Method.Needs.TICKS));
    }
}
