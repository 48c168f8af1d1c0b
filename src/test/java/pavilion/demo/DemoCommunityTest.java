package pavilion.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.account.Passwords;
import pavilion.db.TestDatabase;
import pavilion.rules.Refused;

class DemoCommunityTest {
    static TestDatabase it;

    @BeforeAll
    static void load() {
        it = DemoDatabase.fresh();
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static long count(String what) {
        return it.database()
                .plain()
                .first(row -> row.getLong(0), "select count(*) from " + what)
                .orElseThrow();
    }

    @Test
    void theTotalsAreThoseOfTheArticleToTheLastPerson() {
        assertEquals(2, count("area where kind = 'street'"));
        assertEquals(14, count("community"));
        assertEquals(13, count("community c join area a on a.id = c.street and a.name = '金马街道'"));
        assertEquals(108, count("place where community = 1 and kind = 'courtyard'"));
        assertEquals(88, count("place where community = 1 and kind = 'courtyard' and old"));
        assertEquals(12, count("place where community = 1 and kind = 'grid4'"));
        assertEquals(27, count("place where community = 1 and kind = 'grid5'"));
        assertEquals(5188, count("place where community = 1 and kind = 'household'"));
        assertEquals(15687, count("person where community = 1 and household is not null"));
        assertEquals(12844, count("person where community = 1 and household is not null and adult"));
        assertEquals(10187, count("person where community = 1 and household is not null and permanent"));
        assertEquals(5500, count("person where community = 1 and household is not null and not permanent"));
        assertEquals(162, count("role where community = 1 and role = 'resident_rep'"));
        assertEquals(7, count("role where community = 1 and role = 'committee'"));
        assertEquals(
                169,
                count("(select distinct person from role where community = 1"
                        + " and role in ('resident_rep', 'committee')) x"));
        assertEquals(5188, count("role where community = 1 and role = 'household_rep'"));
        assertEquals(800, count("unit where community = 1 and kind = 'shop'"));
        assertEquals(38, count("partner where community = 1 and kind = 'public-unit'"));
        assertEquals(17, count("partner where community = 1 and kind = 'committee-unit'"));
    }

    @Test
    void everyCourtyardHasItsOwnFigures() {
        for (DemoFigures.Courtyard yard : DemoFigures.read().courtyards()) {
            var row = it.database().plain().query("""
                    select count(distinct h.id) as households, count(*) as residents,
                           count(*) filter (where p.adult) as adults, count(*) filter (where not p.permanent) as floating
                    from place y
                    join place h on h.community = 1 and h.kind = 'household' and h.path like y.path || '%'
                    join person p on p.community = 1 and p.household = h.id
                    where y.community = 1 and y.code = $1
                    """, yard.code()).iterator().next();
            assertEquals(yard.households(), row.getLong("households"), yard.code());
            assertEquals(yard.residents(), row.getLong("residents"), yard.code());
            assertEquals(yard.adults(), row.getLong("adults"), yard.code());
            assertEquals(yard.floating(), row.getLong("floating"), yard.code());
        }
    }

    @Test
    void everyHouseholdIsRepresentedByOneOfItsGrownUps() {
        assertEquals(0, count("""
                place h where h.community = 1 and h.kind = 'household' and 1 <> (
                    select count(*) from role r join person p on p.community = 1 and p.id = r.person
                    where r.community = 1 and r.place = h.id and r.role = 'household_rep'
                      and p.adult and p.household = h.id)
                """));
    }

    @Test
    void flatsMeasure45To110SquareMetresAndNoneIsRound() {
        assertEquals(
                0,
                count("unit where kind = 'dwelling' and community = 1"
                        + " and (area_c not between 4500 and 11100 or area_c % 100 = 0)"));
    }

    @Test
    void theOwnersOf043Are58HeadsAndEachCanVote() {
        assertEquals(58, count("""
                (select distinct o.id from unit u join owner o on o.community = 1 and o.id = u.owner
                 join place h on h.community = 1 and h.id = u.place
                 join place y on y.community = 1 and y.code = 'HP-043' and h.path like y.path || '%'
                 where u.community = 1 and o.voter is not null) x
                """));
    }

    @Test
    void theRollHasWhatRollsHaveInLife() {
        assertEquals(1, count("(select owner from unit where community = 1 group by owner having count(*) = 3) x"));
        assertEquals(7, count("unit u join owner o on o.community = 1 and o.id = u.owner and o.kind = 'developer'"));
        assertEquals(
                84,
                count("unit u join owner o on o.community = 1 and o.id = u.owner"
                        + " where o.kind = 'organisation' and u.kind = 'dwelling'"));
        assertTrue(count("owner where kind = 'co-owners'") > 100);
        assertEquals(18, count("place where community = 1 and kind = 'household' and code like 'HP-017-1-%'"));
        assertEquals(12, count("place where community = 1 and kind = 'household' and code like 'HP-008-1-3-%'"));
    }

    @Test
    void thePeopleOfThePlayHaveAccountsAndASecondLoadOnlyNamesThem() {
        List<DemoAccount> first = DemoDatabase.guests(it);
        assertEquals(first, new DemoCommunity(it.database(), DemoDatabase.CLOCK, new Passwords()).load());
        assertEquals("居民0412", first.getFirst().name());
        for (DemoAccount guest : first) {
            assertEquals(
                    1,
                    count("account where person = " + guest.person() + " and community = " + guest.communityId()
                            + " and display_name = '" + guest.name() + "' and level = " + guest.level()));
        }
        assertEquals(18, count("""
                account a join role r on r.community = 1 and r.person = a.person and r.role = 'household_rep'
                join place h on h.community = 1 and h.id = r.place and h.code like 'HP-017-%' where a.level = 2
                """));
        assertEquals(
                1,
                count("place h join person p on p.community = 1 and p.household = h.id"
                        + " where p.name = '居民0412' and h.code = 'HP-017-1-2-502'"));
    }

    @Test
    void realDataIsNeverJoinedByTheDemo() {
        try (TestDatabase real = TestDatabase.fresh()) {
            real.database().run(tx -> {
                tx.run("insert into area (id, kind, name) values (1, 'street', 'a')");
                tx.run("insert into community (id, code, name, street) values (9, 'real', 'r', 1)");
            });
            DemoCommunity demo = new DemoCommunity(real.database(), DemoDatabase.CLOCK, new Passwords());
            assertThrows(Refused.class, demo::load);
        }
    }

    @Test
    void theWholeLoadTakesAFewSeconds() {
        try (TestDatabase empty = TestDatabase.fresh()) {
            long start = System.nanoTime();
            new DemoCommunity(empty.database(), DemoDatabase.CLOCK, new Passwords()).load();
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 8000, millis + " ms");
            System.out.println("demo load " + millis + " ms");
        }
    }
}
