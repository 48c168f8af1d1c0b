package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pavilion.live.RequestPacer.Window;

class RequestPacerTest {
    private final RequestPacer pacer = new RequestPacer();

    @Test
    void fewPagesAskSoonAfterEachOther() {
        assertEquals(new Window(1, 301), pacer.window(18, 1_000));
    }

    @Test
    void thousandsOfPagesAreSpreadOverSeconds() {
        assertEquals(new Window(200, 3_800), pacer.window(2_000, 1_000));
    }

    @Test
    void channelsAskOneAfterTheOther() {
        assertEquals(new Window(20, 380), pacer.window(200, 0));
        assertEquals(new Window(380, 740), pacer.window(200, 0));
        assertEquals(new Window(240, 540), pacer.window(10, 500_000_000));
    }

    @Test
    void nobodyWaitsAfterAPause() {
        pacer.window(2_000, 0);
        assertEquals(new Window(0, 300), pacer.window(1, 4_000_000_000L));
    }

    @Test
    void clockMayBeNegative() {
        assertEquals(new Window(0, 300), pacer.window(1, -5_000_000_000L));
        assertEquals(new Window(1, 301), pacer.window(1, -5_000_000_000L));
    }

    @Test
    void nobodyWaitsLongerThanHalfAMinute() {
        for (int i = 0; i < 9; i++) {
            pacer.window(10_000, 0);
        }
        assertEquals(new Window(30_000, 30_300), pacer.window(10_000, 0));
    }
}
