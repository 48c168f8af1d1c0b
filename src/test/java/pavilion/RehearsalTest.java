package pavilion;

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
import pavilion.rehearse.Call;
import pavilion.rehearse.Crowd;
import pavilion.rehearse.Meeting;
import pavilion.rehearse.Pace;
import pavilion.rehearse.Rehearsal;
import pavilion.rehearse.Report;
import pavilion.rehearse.Site;
import pavilion.roster.DemoDatabase;
import pavilion.rules.Refused;
import pavilion.web.Messages;

/** A whole meeting over the doors and sockets, with every tenth phone gone and back, every twentieth tapping twice, some asleep. */
class RehearsalTest {
    private static final Pace BRISK = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(3), 3);

    @Test
    void every_ballot_of_a_named_and_of_a_secret_poll_is_there_once_and_every_phone_shows_the_result()
            throws InterruptedException {
        Site site = Site.at(URI.create(Houses.shared().url()));
        try (Crowd crowd = new Crowd()) {
            for (boolean secret : new boolean[] {false, true}) {
                Meeting meeting = Call.meeting(crowd, site, 40, secret);
                try (Rehearsal rehearsal = new Rehearsal(crowd, meeting, BRISK, part -> {})) {
                    Report report = rehearsal.play();
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
    void a_house_with_real_people_is_left_in_peace() {
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
            try (House house = House.open(real, DemoDatabase.CLOCK);
                    Crowd crowd = new Crowd()) {
                Refused refused = assertThrows(
                        Refused.class, () -> Call.meeting(crowd, new Site("127.0.0.1", house.port(), false), 5, false));
                assertEquals("rehearse.refused.real", refused.refusal().key());
            }
        }
    }

    @Test
    void where_nobody_answers_a_sentence_says_so() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        try (Crowd crowd = new Crowd()) {
            Refused refused = assertThrows(
                    Refused.class, () -> Call.meeting(crowd, new Site("127.0.0.1", port, false), 5, false));
            assertEquals("rehearse.refused.no-house", refused.refusal().key());
        }
    }
}
