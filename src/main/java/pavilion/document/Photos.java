package pavilion.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import pavilion.rules.Refused;

/**
 * Takes what a phone uploads and gives back a photograph that holds the picture and nothing else: no place, no camera,
 * no hidden bytes, because it is drawn anew. Its format is read from the bytes, never from a name.
 */
public final class Photos {
    static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final long MAX_PIXELS = 50_000_000;
    private static final int LARGE = 1600;
    private static final int SMALL = 400;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    static {
        // A resident's photograph never touches a temporary file.
        ImageIO.setUseCache(false);
    }

    private Photos() {}

    /** @throws Refused with a sentence for whoever uploaded it */
    public static Photo accept(byte[] upload) {
        if (upload.length > MAX_BYTES) {
            throw new Refused("document.photo.too-big", MAX_BYTES / MEGABYTE);
        }
        String format = starts(upload, JPEG) ? "jpeg" : starts(upload, PNG) ? "png" : null;
        if (format == null) {
            throw new Refused("document.photo.not-an-image");
        }
        try {
            BufferedImage large = fit(upright(upload, format), LARGE);
            return new Photo(jpeg(large), jpeg(fit(large, SMALL)), large.getWidth(), large.getHeight());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // The JDK's readers answer bad data with any of these.
            throw new Refused("document.photo.broken");
        }
    }

    private static boolean starts(byte[] bytes, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage upright(byte[] upload, String format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.toUpperCase(Locale.ROOT))
                .next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MAX_PIXELS) {
                throw new Refused("document.photo.too-many-pixels", width, height);
            }
            BufferedImage image = reader.read(0, sampled(reader, width, height));
            return format.equals("jpeg") ? turned(image, upload) : image;
        } finally {
            reader.dispose();
        }
    }

    /** A large photograph is read at half or a third of its size at once: that saves memory, and no one sees it. */
    private static ImageReadParam sampled(ImageReader reader, int width, int height) {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * LARGE));
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }

    private static BufferedImage turned(BufferedImage image, byte[] upload) {
        var orientation = Orientation.typeOf(Exif.orientation(upload));
        return ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    /** Never enlarged; what is transparent becomes white paper. */
    private static BufferedImage fit(BufferedImage image, int side) throws IOException {
        int box = Math.min(side, Math.max(image.getWidth(), image.getHeight()));
        BufferedImage sized = Thumbnails.of(image).size(box, box).asBufferedImage();
        var paper = new BufferedImage(sized.getWidth(), sized.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.drawImage(sized, 0, 0, Color.WHITE, null);
        pen.dispose();
        return paper;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(0.85).toOutputStream(out);
        return out.toByteArray();
    }
}
