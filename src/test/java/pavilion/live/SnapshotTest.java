package pavilion.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static Snapshot snapshot(
            long version, String head, String foot, String personal, @Nullable Snapshot before) {
        RenderedParts parts = new RenderedParts(version, personal, Map.of("en", Map.of("head", head, "foot", foot)));
        return Snapshot.of(Snapshot.toJson(parts), before, () -> new RequestPacer.Window(version, version + 300));
    }

    private static Set<String> parts(String text) {
        return new JsonObject(text).getJsonObject("html").fieldNames();
    }

    @Test
    void onlyPartsThatChangedSinceTheHeldVersionAreSent() {
        Snapshot first = snapshot(10, "a", "a", "", null);
        Snapshot second = snapshot(12, "a", "b", "", first);
        Snapshot third = snapshot(15, "c", "b", "", second);
        assertEquals(Set.of("head", "foot"), parts(third.text("en", 11, false)));
        assertEquals(Set.of("head"), parts(third.text("en", 12, false)));
        assertEquals(Set.of("head"), parts(third.text("en", 14, false)));
        assertEquals(Set.of("head", "foot"), parts(third.text("en", -1, false)));
        assertEquals(Set.of(), parts(third.text("en", 15, false)));
    }

    @Test
    void heldVersionsThatMissTheSamePartsShareOneText() {
        Snapshot second = snapshot(12, "a", "b", "", snapshot(10, "a", "a", "", null));
        assertSame(second.text("en", 10, false), second.text("en", 11, false));
        assertSame(second.text("en", 1, false), second.text("en", 9, false));
    }

    @Test
    void windowForThePersonalPartMovesOnlyWhenThatPartChanged() {
        Snapshot first = snapshot(10, "a", "a", "poll 1", null);
        Snapshot same = snapshot(11, "b", "a", "poll 1", first);
        Snapshot changed = snapshot(12, "b", "a", "poll 2", same);
        assertEquals(
                "[10,310]",
                new JsonObject(same.text("en", -1, true)).getJsonArray("me").encode());
        assertEquals(
                "[12,312]",
                new JsonObject(changed.text("en", -1, true)).getJsonArray("me").encode());
        assertNull(new JsonObject(changed.text("en", -1, false)).getJsonArray("me"));
    }
}
