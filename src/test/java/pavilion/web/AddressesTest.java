package pavilion.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pavilion.support.TestBrowser;

/** Addresses that no page of ours writes. */
class AddressesTest {
    private static WebFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new WebFixture(false, 1000);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void aCharacterThatNoDatabaseTakesIsNoFaultOfTheServer() {
        TestBrowser browser = fixture.browser();
        assertEquals("xab", browser.get("/echo/x?q=a%00b").body());
        assertEquals(404, browser.get("/echo/a%00b").statusCode());
    }

    @Test
    void anAddressThatIsWronglyEncodedIsNoPage() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", fixture.port())) {
            String request = "GET /echo/x?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        }
    }
}
