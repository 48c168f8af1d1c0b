package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private final Spread spread = new Spread();

    @Test
    void a_few_pages_ask_soon_after_each_other() {
        assertEquals(List.of(1L, 301L), spread.among(18, 1_000));
    }

    @Test
    void a_full_hall_takes_its_time() {
        assertEquals(List.of(200L, 3_800L), spread.among(2_000, 1_000));
    }

    @Test
    void one_room_asks_behind_the_other() {
        assertEquals(List.of(20L, 380L), spread.among(200, 0));
        assertEquals(List.of(380L, 740L), spread.among(200, 0));
        assertEquals(List.of(240L, 540L), spread.among(10, 500_000_000));
    }

    @Test
    void after_a_rest_nobody_waits() {
        spread.among(2_000, 0);
        assertEquals(List.of(0L, 300L), spread.among(1, 4_000_000_000L));
    }

    @Test
    void a_clock_below_zero_is_a_clock_too() {
        assertEquals(List.of(0L, 300L), spread.among(1, -5_000_000_000L));
        assertEquals(List.of(1L, 301L), spread.among(1, -5_000_000_000L));
    }

    @Test
    void nobody_waits_longer_than_half_a_minute() {
        for (int i = 0; i < 9; i++) {
            spread.among(10_000, 0);
        }
        assertEquals(List.of(30_000L, 30_300L), spread.among(10_000, 0));
    }
}
