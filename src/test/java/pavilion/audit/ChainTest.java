package pavilion.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pavilion.audit.Chain.Break;
import pavilion.audit.Chain.Fault;

class ChainTest {
    @Test
    void theFormulaIsThePublishedOne() {
        // printf '%s\n1\n1772380800000\nmatter.proposed\nresident\n{"title":"消防车通道"}' $(printf '0%.0s' $(seq 64)) |
        // sha256sum
        assertEquals(
                "6d223761e526cf0567a3e5826ce3c05ab8bca7977ebb639ddbb2a42eef53585b",
                Chain.hash(Chain.START, 1, 1772380800000L, "matter.proposed", "resident", "{\"title\":\"消防车通道\"}"));
    }

    @Test
    void anUnbrokenChainHasNoBreak() {
        assertTrue(Chain.verify(List.of()).isEmpty());
        assertTrue(Chain.verify(chain(5)).isEmpty());
    }

    @Test
    void aChangedWordIsNamedByItsNumber() {
        for (int i = 0; i < 5; i++) {
            var acts = new ArrayList<>(chain(5));
            ChainEntry a = acts.get(i);
            acts.set(
                    i,
                    new ChainEntry(a.seq(), a.atMillis(), a.act(), a.by(), a.payload() + " ", a.previous(), a.hash()));
            assertEquals(Optional.of(new Break(i + 1, Fault.HASH)), Chain.verify(acts));
        }
    }

    @Test
    void anActTakenOutOrMovedBreaksTheOrder() {
        var acts = new ArrayList<>(chain(5));
        acts.remove(2);
        assertEquals(Optional.of(new Break(3, Fault.ORDER)), Chain.verify(acts));
        acts = new ArrayList<>(chain(5));
        acts.add(1, acts.remove(3));
        assertEquals(Optional.of(new Break(2, Fault.ORDER)), Chain.verify(acts));
        acts = new ArrayList<>(chain(5));
        acts.add(acts.getLast());
        assertEquals(Optional.of(new Break(6, Fault.ORDER)), Chain.verify(acts));
        acts = new ArrayList<>(chain(5));
        acts.removeFirst();
        assertEquals(Optional.of(new Break(1, Fault.ORDER)), Chain.verify(acts));
    }

    @Test
    void anActRewrittenWithAFreshHashIsNotLinkedToTheNext() {
        var acts = new ArrayList<>(chain(5));
        ChainEntry a = acts.get(1);
        acts.set(1, ChainEntry.after(a.seq(), a.previous(), a.atMillis(), a.act(), "somebody", a.payload()));
        assertEquals(Optional.of(new Break(3, Fault.LINK)), Chain.verify(acts));
    }

    static List<ChainEntry> chain(int length) {
        var acts = new ArrayList<ChainEntry>();
        for (int i = 1; i <= length; i++) {
            acts.add(ChainEntry.after(
                    i, Chain.head(acts), 1772380800000L + i, "matter.step", "committee", "{\"step\":" + i + "}"));
        }
        return acts;
    }
}
