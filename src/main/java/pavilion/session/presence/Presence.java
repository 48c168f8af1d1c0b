package pavilion.session.presence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pavilion.db.Tx;
import pavilion.session.Session;

/**
 * Who is present for the item under consideration.
 *
 * @param voters present as its rule counts, those by proxy among them
 * @param letters by which proxy letter a voter is present, for those who are so on any roll
 */
public record Presence(Set<Long> voters, Map<Long, Long> letters) {
    public static Presence of(Tx tx, Session session) {
        return new Presence(
                Set.copyOf(PresenceStore.present(tx, session)),
                PresenceStore.represented(tx, session).stream()
                        .collect(
                                Collectors.toMap(PresenceStore.Represented::voter, PresenceStore.Represented::letter)));
    }

    /** The voters present whom this person speaks for, on whichever roll; at a closed session, those at its end. */
    public static List<Long> voices(Tx tx, Session session, long person) {
        return PresenceStore.voices(tx, session, person);
    }
}
