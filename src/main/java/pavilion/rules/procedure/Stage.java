package pavilion.rules.procedure;

import java.util.List;
import java.util.Set;
import pavilion.rules.Bilingual;
import pavilion.rules.DataReader;
import pavilion.rules.Refused;

/**
 * One stage of a template. {@code glyph} is the one character on the stage strip; {@code roles} may act; {@code exit} says
 * when it is done. {@code extensions} is how often its last moment may be put off. A minimum of 0 and a maximum of {@link Integer#MAX_VALUE} mean that there is none.
 *
 * @param requires what must be there before the stage can be left, each by a name that its kind enforces; {@link #RECORD}
 *     and {@code recorded} belong together
 */
public record Stage(
        String key,
        String glyph,
        Bilingual name,
        StageKind kind,
        Bilingual actor,
        List<String> roles,
        Bilingual exit,
        List<String> requires,
        RequiredRecord recorded,
        int defaultDays,
        int minDays,
        int maxDays,
        int extensions,
        Ground ground,
        Bilingual article,
        List<String> documents,
        Set<Move> moves) {
    /** What is required where somebody has to record something. */
    public static final String RECORD = "record";

    private static final Set<String> FIELDS = Set.of(
            "key",
            "glyph",
            "name",
            "kind",
            "actor",
            "roles",
            "exit",
            "requires",
            RECORD,
            "days",
            "min",
            "max",
            "extensions",
            "ground",
            "article",
            "documents",
            "moves");

    public Stage {
        requires = List.copyOf(requires);
        roles = List.copyOf(roles);
        documents = List.copyOf(documents);
        moves = Set.copyOf(moves);
        if (requires.contains(RECORD) == recorded.equals(RequiredRecord.NONE)) {
            throw new Refused("rules.data.missing", key + "." + RECORD);
        }
    }

    public boolean requires(String condition) {
        return requires.contains(condition);
    }

    static Stage of(DataReader plain) {
        plain.only(FIELDS);
        return new Stage(
                plain.text("key"),
                plain.text("glyph"),
                plain.words("name"),
                plain.one(StageKind.class, "kind"),
                plain.words("actor"),
                plain.texts("roles"),
                plain.words("exit"),
                plain.texts("requires"),
                plain.has(RECORD)
                        ? RequiredRecord.of(DataReader.of(plain.map().get(RECORD), plain.where() + "." + RECORD))
                        : RequiredRecord.NONE,
                Math.toIntExact(plain.number("days")),
                plain.number("min", 0),
                plain.number("max", Integer.MAX_VALUE),
                plain.number("extensions", 0),
                plain.one(Ground.class, "ground"),
                plain.has("article") ? plain.words("article") : Bilingual.NONE,
                plain.texts("documents"),
                plain.all(Move.class, "moves"));
    }
}
