package pavilion.roster;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.web.HttpError;

/** Queries on the place tree. */
public final class PlaceStore {
    private PlaceStore() {}

    private static final String COLUMNS = "p.community, p.id, p.kind, p.code, p.name, p.path, p.governance";

    public static Optional<Place> find(Tx tx, int community, long id) {
        return tx.first(
                PlaceStore::place,
                "select " + COLUMNS + " from place p where p.community = $1 and p.id = $2",
                community,
                id);
    }

    public static Optional<Place> byCode(Tx tx, int community, String kind, String code) {
        return tx.first(
                PlaceStore::place,
                "select " + COLUMNS + " from place p where p.community = $1 and p.kind = $2 and p.code = $3",
                community,
                kind,
                code);
    }

    public static Optional<Place> anyByCode(Tx tx, int community, String code) {
        return tx.first(
                PlaceStore::place,
                "select " + COLUMNS
                        + " from place p where p.community = $1 and p.code = $2 order by length(p.path) limit 1",
                community,
                code);
    }

    public static Place root(Tx tx, int community) {
        return tx.first(
                        PlaceStore::place,
                        "select " + COLUMNS + " from place p where p.community = $1 and p.kind = 'community'",
                        community)
                .orElseThrow(HttpError::notFound);
    }

    public static List<Place> ofKind(Tx tx, int community, String kind, String below) {
        return tx.list(PlaceStore::place, """
                select p.community, p.id, p.kind, p.code, p.name, p.path, p.governance from place p
                where p.community = $1 and p.kind = $2 and p.path like $3 || '%' order by p.code
                """, community, kind, below);
    }

    /** The courtyard that a place is in, or is itself. */
    public static Optional<Place> courtyardOf(Tx tx, int community, String path) {
        return tx.first(PlaceStore::place, """
                select p.community, p.id, p.kind, p.code, p.name, p.path, p.governance from place p
                where p.community = $1 and p.kind = 'courtyard' and $2 like p.path || '%'
                """, community, path);
    }

    /** The place of a person on the roll: their household, or the community itself if they have none here. */
    public static Place ofPerson(Tx tx, int community, long person) {
        return tx.first(PlaceStore::place, """
                select p.community, p.id, p.kind, p.code, p.name, p.path, p.governance
                from person who
                join place p on p.community = who.community
                    and (p.id = who.household or (who.household is null and p.kind = 'community'))
                where who.community = $1 and who.id = $2
                """, community, person).orElseThrow(HttpError::notFound);
    }

    /** The person's code on the roll, which records name instead of the person. */
    public static String personCode(Tx tx, int community, long person) {
        return tx.first(
                        row -> row.getString("code"),
                        "select code from person where community = $1 and id = $2",
                        community,
                        person)
                .orElse("");
    }

    static Place place(Row row) {
        return new Place(
                row.getInteger("community"),
                row.getLong("id"),
                row.getString("kind"),
                row.getString("code"),
                row.getString("name"),
                row.getString("path"),
                row.getString("governance"));
    }
}
