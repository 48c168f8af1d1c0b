package pavilion.rehearse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pavilion.db.TestDatabase;
import pavilion.demo.DemoDatabase;
import pavilion.rules.Refused;
import pavilion.server.Application;
import pavilion.server.Config;
import pavilion.support.TestServers;
import pavilion.text.Messages;

/** A whole session over the doors and sockets, with every tenth phone gone and back, every twentieth tapping twice, some asleep. */
class RehearsalTest {
    private static final Schedule BRISK = new Schedule(Duration.ofSeconds(2), Duration.ofSeconds(3), 3);

    @Test
    void everyBallotOfANamedAndOfASecretPollIsThereOnceAndEveryPhoneShowsTheResult() throws InterruptedException {
        ServerAddress server = ServerAddress.at(URI.create(TestServers.shared().url()));
        try (LoadClient load = new LoadClient()) {
            for (boolean secret : new boolean[] {false, true}) {
                RehearsedSession session = SetupRequest.session(load, server, 40, secret);
                try (Rehearsal rehearsal = new Rehearsal(load, session, BRISK, part -> {})) {
                    RehearsalReport report = rehearsal.play();
                    assertTrue(report.whole(), report.toJson()::encodePrettily);
                    assertEquals(List.of(28, 8, 4), report.counted());
                    assertEquals(0, report.missed());
                    Messages messages = new Messages();
                    report.sentences()
                            .forEach(s -> assertTrue(!messages.say("en", s).startsWith("["), s::toString));
                }
            }
        }
    }

    @Test
    void aHouseWithRealPeopleIsLeftInPeace() {
        try (TestDatabase empty = TestDatabase.fresh()) {
            Config real = new Config(
                    0,
                    "127.0.0.1",
                    0,
                    Path.of("target", "real").toAbsolutePath(),
                    Optional.of(empty.endpoint()),
                    null,
                    false,
                    false,
                    8);
            try (Application house = Application.open(real, DemoDatabase.CLOCK);
                    LoadClient load = new LoadClient()) {
                Refused refused = assertThrows(
                        Refused.class,
                        () -> SetupRequest.session(
                                load, new ServerAddress("127.0.0.1", house.port(), false), 5, false));
                assertEquals("rehearse.refused.real", refused.refusal().key());
            }
        }
    }

    @Test
    void whereNobodyAnswersASentenceSaysSo() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        try (LoadClient load = new LoadClient()) {
            Refused refused = assertThrows(
                    Refused.class,
                    () -> SetupRequest.session(load, new ServerAddress("127.0.0.1", port, false), 5, false));
            assertEquals("rehearse.refused.no-house", refused.refusal().key());
        }
    }
}
