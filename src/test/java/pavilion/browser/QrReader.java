package pavilion.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import javax.imageio.ImageIO;

/** A phone's camera held at a screen: what the code on it says is read from its pixels. */
final class QrReader {
    private static final int LOOKS = 10;
    private static final int PAUSE_MILLIS = 200;

    private QrReader() {}

    /** A camera looks again and again. @return path and query of the address in the code */
    static String of(Page page) {
        for (int look = 1; look < LOOKS; look++) {
            try {
                return once(page);
            } catch (AssertionError unread) {
                page.waitForTimeout(PAUSE_MILLIS);
            }
        }
        return once(page);
    }

    private static String once(Page page) {
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
            int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            var source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
            String text = new QRCodeMultiReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
            URI address = URI.create(text);
            return address.getRawPath() + "?" + address.getRawQuery();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException e) {
            throw new AssertionError("no code can be read on this screen", e);
        }
    }
}
