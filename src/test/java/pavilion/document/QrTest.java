package pavilion.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrTest {
    private static final String URL = "https://example.org/join/ABCDE23456";

    @Test
    void theDrawingHasNoStyleAndNoScript() {
        String svg = Qr.svg(URL, "进入");
        assertTrue(svg.startsWith("<svg ") && svg.endsWith("</svg>"));
        assertFalse(svg.contains("style=") || svg.contains("<script") || svg.contains("href"));
        assertTrue(svg.length() < 6_000, "light: " + svg.length());
    }

    @Test
    void thePictureShowsTheSameModulesAsTheCode() throws IOException {
        String data = Qr.pngData(URL);
        byte[] png = Base64.getDecoder().decode(data.substring("data:image/png;base64,".length()));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        QrCode code = QrCode.encodeText(URL, QrCode.Ecc.MEDIUM);
        int step = image.getWidth() / (code.size + 8);
        for (int y = -4; y < code.size + 4; y++) {
            for (int x = -4; x < code.size + 4; x++) {
                int colour = image.getRGB((x + 4) * step + step / 2, (y + 4) * step + step / 2) & 0xffffff;
                assertEquals(code.getModule(x, y) ? 0 : 0xffffff, colour, x + "," + y);
            }
        }
    }
}
