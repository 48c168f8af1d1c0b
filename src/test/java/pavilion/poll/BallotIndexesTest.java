package pavilion.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;

/**
 * PostgreSQL reads an index by its later columns too, skipping over the first, and a planner without statistics on a table
 * just filled may prefer that to the primary key: a ballot then costs as much as all the ballots before it.
 */
class BallotIndexesTest {
    @Test
    void noOtherIndexCanBeReadByAPartOfTheKeyOfABallot() {
        try (TestDatabase it = TestDatabase.fresh()) {
            List<String> competing = it.database().plain().list(row -> row.getString(0), """
                    select distinct other.indexrelid::regclass::text
                    from pg_index key
                    join pg_index other on other.indrelid = key.indrelid and not other.indisprimary
                    cross join lateral unnest(other.indkey::int2[]) with ordinality c (attnum, place)
                    where key.indisprimary and c.place <= other.indnkeyatts and c.attnum = any (key.indkey::int2[])
                        and key.indrelid in ('ballot'::regclass, 'turnout'::regclass, 'entitlement'::regclass,
                            'secret_ballot'::regclass)
                    """);
            assertEquals(List.of(), competing);
        }
    }
}
