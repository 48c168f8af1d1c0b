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
import java.util.Optional;
import javax.imageio.ImageIO;

/** A phone's camera held at a screen: what the code on it says is read from its pixels. */
final class QrReader {
    private static final int LOOKS = 10;
    private static final int PAUSE_MILLIS = 200;

    private QrReader() {}

    /** A camera looks again and again. @return path and query of the address in the code */
    static String of(Page page) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<URI> address = read(page.screenshot());
            if (address.isPresent()) {
                return address.get().getRawPath() + "?" + address.get().getRawQuery();
            }
            page.waitForTimeout(PAUSE_MILLIS);
        }
        throw new AssertionError("no code can be read on this screen");
    }

    private static Optional<URI> read(byte[] screen) {
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(screen));
            int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            var source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
            return Optional.of(URI.create(new QRCodeMultiReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException unread) {
            return Optional.empty();
        }
    }
}
