package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestPacerTest {
    private final RequestPacer spread = new RequestPacer();

    @Test
    void aFewPagesAskSoonAfterEachOther() {
        assertEquals(List.of(1L, 301L), spread.among(18, 1_000));
    }

    @Test
    void aFullHallTakesItsTime() {
        assertEquals(List.of(200L, 3_800L), spread.among(2_000, 1_000));
    }

    @Test
    void oneRoomAsksBehindTheOther() {
        assertEquals(List.of(20L, 380L), spread.among(200, 0));
        assertEquals(List.of(380L, 740L), spread.among(200, 0));
        assertEquals(List.of(240L, 540L), spread.among(10, 500_000_000));
    }

    @Test
    void afterARestNobodyWaits() {
        spread.among(2_000, 0);
        assertEquals(List.of(0L, 300L), spread.among(1, 4_000_000_000L));
    }

    @Test
    void aClockBelowZeroIsAClockToo() {
        assertEquals(List.of(0L, 300L), spread.among(1, -5_000_000_000L));
        assertEquals(List.of(1L, 301L), spread.among(1, -5_000_000_000L));
    }

    @Test
    void nobodyWaitsLongerThanHalfAMinute() {
        for (int i = 0; i < 9; i++) {
            spread.among(10_000, 0);
        }
        assertEquals(List.of(30_000L, 30_300L), spread.among(10_000, 0));
    }
}
