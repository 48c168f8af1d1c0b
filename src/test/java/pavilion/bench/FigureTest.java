package pavilion.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final JsonObject RAW = new JsonObject();

    @Test
    void mostIsMetUpToItsBarAndNotBeyond() {
        assertTrue(Figure.most("page.time", "/today", "ms", 50, 50, RAW).ok());
        assertFalse(Figure.most("page.time", "/today", "ms", 50.1, 50, RAW).ok());
        assertFalse(Figure.most("restart", "", "s", Double.POSITIVE_INFINITY, 10, RAW)
                .ok());
    }

    @Test
    void exactFigureIsNotMetByLess() {
        assertTrue(Figure.exactly("intake.named.whole", "", 5188, 5188, RAW).ok());
        assertFalse(Figure.exactly("intake.named.whole", "", 5187, 5188, RAW).ok());
    }

    @Test
    void ratioIsComparedWithTheCeilingOfTheSameRun() {
        Figure figure = new Figure("intake.named", "", "/s", 600, Double.NaN, 0.5, true, true, RAW);
        assertTrue(figure.beside(1_200).ok());
        assertFalse(figure.beside(1_201).ok());
        assertEquals(0.5, figure.beside(1_200).ratio());
    }

    @Test
    void figureWithoutABarIsAlwaysGood() {
        Figure figure = Figure.info("intake.named.p50", "ms", 1e9);
        assertFalse(figure.held());
        assertTrue(figure.ok());
        assertEquals("none", figure.toJson().getString("bar"));
        assertEquals("none", figure.toJson().getString("ratio"));
    }

    @Test
    void planHasThreeSizesAndTheQuickOneIsSmaller() {
        assertArrayEquals(new int[] {500, 1_000, 2_000}, BenchPlan.three(2_000));
        BenchPlan quick = BenchPlan.quick(5_188, 64);
        assertEquals(1_000, quick.voters());
        assertEquals(200, BenchPlan.quick(200, 64).voters());
        assertTrue(quick.streams().length < BenchPlan.full(5_188, 64).streams().length);
    }

    @Test
    void ceilingIsReadFromTheLineWithoutConnectionTime() {
        String output = "tps = 900.5 (including connections)\ntps = 1234.5 (without initial connection time)\n";
        assertEquals(Optional.of(1234.5), Ceiling.tps(output));
        assertEquals(Optional.empty(), Ceiling.tps("connection refused"));
    }
}
