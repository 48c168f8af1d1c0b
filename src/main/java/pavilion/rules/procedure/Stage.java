package pavilion.rules.procedure;

import java.util.List;
import java.util.Set;
import pavilion.rules.Bilingual;
import pavilion.rules.DataReader;

/**
 * One stage of a template. {@code glyph} is the one character on the stage strip; {@code roles} may act; {@code exit} says
 * when it is done. A minimum of 0 and a maximum of {@link Integer#MAX_VALUE} mean that there is none.
 */
public record Stage(
        String key,
        String glyph,
        Bilingual name,
        StageKind kind,
        Bilingual actor,
        List<String> roles,
        Bilingual exit,
        int defaultDays,
        int minDays,
        int maxDays,
        Ground ground,
        Bilingual article,
        List<String> documents,
        Set<Move> moves) {

    public Stage {
        roles = List.copyOf(roles);
        documents = List.copyOf(documents);
        moves = Set.copyOf(moves);
    }

    static Stage of(DataReader plain) {
        return new Stage(
                plain.text("key"),
                plain.text("glyph"),
                plain.words("name"),
                plain.one(StageKind.class, "kind"),
                plain.words("actor"),
                plain.texts("roles"),
                plain.words("exit"),
                Math.toIntExact(plain.number("days")),
                plain.number("min", 0),
                plain.number("max", Integer.MAX_VALUE),
                plain.one(Ground.class, "ground"),
                plain.has("article") ? plain.words("article") : Bilingual.NONE,
                plain.texts("documents"),
                plain.all(Move.class, "moves"));
    }
}
