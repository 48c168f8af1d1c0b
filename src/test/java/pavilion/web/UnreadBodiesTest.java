package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pavilion.text.Messages;

/** Refused first, read later; and nobody may take for ever. */
class UnreadBodiesTest {
    private static final Messages MESSAGES = new Messages();
    private static final Duration SHORT = Duration.ofMillis(1_200);
    private static final ConnectionLimits TIMES = new ConnectionLimits(
            40, SHORT, SHORT, SHORT, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(2));
    private WebFixture fixture;
    private long before;
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        before = 0;
        before = kept();
        fixture = new WebFixture(false, 5, TIMES);
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        fixture.close();
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", fixture.port());
        socket.setSoTimeout(8_000);
        sockets.add(socket);
        return socket;
    }

    private Socket post(String path, String cookie, long length, String type, String begun) throws IOException {
        Socket socket = socket();
        write(
                socket,
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                        + (cookie.isEmpty() ? "" : "\r\nCookie: pavilion=" + cookie) + "\r\n\r\n" + begun);
        return socket;
    }

    private Socket upload(String path, String cookie, long length) throws IOException {
        return post(
                path,
                cookie,
                length,
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n" + "y".repeat(200_000));
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes(12);
        return new String(head, StandardCharsets.UTF_8);
    }

    /** @return whether the server ended the connection within the time that the socket waits */
    private static boolean ends(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
                // the rest of an answer
            }
            return true;
        } catch (java.net.SocketTimeoutException open) {
            return false;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    /** @return how many files were begun since this test began */
    private long kept() throws IOException {
        if (!Files.isDirectory(WebFixture.UPLOADS)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(WebFixture.UPLOADS)) {
            return files.count() - before;
        }
    }

    @Test
    void strangerWhoAnnouncesThirtyMegabytesIsRefusedBeforeAnyOfItIsOnDisk() throws IOException {
        Socket socket = upload("/c/here/roll", "", 30L << 20);
        assertEquals("HTTP/1.1 401", answer(socket));
        assertEquals(0, kept());
        assertTrue(ends(socket));
        Socket resident = upload("/c/here/roll", WebFixture.RESIDENT, 30L << 20);
        assertEquals("HTTP/1.1 403", answer(resident));
        assertEquals(0, kept());
    }

    @Test
    void refusedPhotographOfUsualSizeIsLetThroughSoThatTheSentenceIsSeen() {
        var answer = fixture.browser().upload("/c/here/roll", java.util.Map.of(), "a.jpg", new byte[5 << 20]);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains(MESSAGES.say("zh", "web.stop.sign-in")));
    }

    @Test
    void whoAsksTooOftenIsRefusedWithoutReading() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertEquals("HTTP/1.1 403", answer(post("/say", "", 3, "application/x-www-form-urlencoded", "a=1")));
        }
        assertEquals("HTTP/1.1 429", answer(upload("/photos", "", 30L << 20)));
        assertEquals(0, kept());
    }

    @Test
    void bodyThatIsLargerThanTheFormMayBeIsRefusedWithoutReading() throws IOException {
        assertEquals("HTTP/1.1 413", answer(post("/say", "", 1L << 40, "application/x-www-form-urlencoded", "text=")));
    }

    @Test
    void trickledFormIsCut() throws Exception {
        Socket socket = post("/say", "", 60_000, "application/x-www-form-urlencoded", "text=");
        long began = System.nanoTime();
        Thread trickle = Thread.ofVirtual().start(() -> trickle(socket));
        assertEquals("HTTP/1.1 408", answer(socket));
        assertTrue(ends(socket));
        assertTrue(System.nanoTime() - began < 7_000_000_000L);
        trickle.interrupt();
    }

    @Test
    void trickledHeadIsCut() throws Exception {
        Socket socket = socket();
        write(socket, "GET /form HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        Thread trickle = Thread.ofVirtual().start(() -> trickle(socket));
        assertTrue(ends(socket));
        trickle.interrupt();
    }

    @Test
    void connectionOnWhichNoFurtherRequestComesIsClosed() throws Exception {
        Socket socket = socket();
        write(socket, "GET /form HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("HTTP/1.1 200", answer(socket));
        Thread trickle = Thread.ofVirtual().start(() -> {
            try {
                write(socket, "GET /form HTTP/1.1\r\nX-Slow: ");
            } catch (IOException closed) {
                return;
            }
            trickle(socket);
        });
        assertTrue(ends(socket));
        trickle.interrupt();
    }

    private static void trickle(Socket socket) {
        try {
            while (true) {
                Thread.sleep(100);
                write(socket, "a");
            }
        } catch (IOException | InterruptedException closed) {
            // which is what the test waits for
        }
    }

    @Test
    void oneAddressSendsTwoFilesAtATimeAndMaySendAgainWhenTheyEnded() throws Exception {
        Socket first = upload("/photos", "", 30L << 20);
        upload("/photos", "", 30L << 20);
        Thread.sleep(300);
        assertEquals("HTTP/1.1 429", answer(upload("/photos", "", 30L << 20)));
        assertEquals("HTTP/1.1 403", answer(post("/say", "", 3, "application/x-www-form-urlencoded", "a=1")));
        first.close();
        Thread.sleep(300);
        upload("/photos", "", 30L << 20).setSoTimeout(500);
        Thread.sleep(300);
        assertTrue(kept() >= 2, "files under way: " + kept());
    }

    @Test
    void connectionsBeyondTheLimitAreClosedAndThoseThatEndMakeRoom() throws Exception {
        List<Socket> all = new ArrayList<>();
        for (int i = 0; i < TIMES.most(); i++) {
            all.add(socket());
        }
        while (fixture.open.get() < TIMES.most()) {
            Thread.sleep(10);
        }
        assertTrue(ends(socket()));
        all.getFirst().close();
        Thread.sleep(300);
        Socket next = socket();
        write(next, "GET /form HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals("HTTP/1.1 200", answer(next));
    }

    @Test
    void noHttp2WithoutTls() throws IOException {
        Socket socket = socket();
        write(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        byte[] answer = socket.getInputStream().readNBytes(8);
        assertFalse(answer.length > 3 && answer[3] == 4, "a SETTINGS frame");
    }
}
