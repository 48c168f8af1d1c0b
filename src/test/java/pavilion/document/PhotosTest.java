package pavilion.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pavilion.rules.Refused;

class PhotosTest {
    @Test
    void aLargePhotoBecomesTwoSmallerOnes() throws IOException {
        Photo photo = Photos.accept(image(4000, 3000, "jpg"));
        assertEquals(1600, photo.width());
        assertEquals(1200, photo.height());
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(photo.thumbnail()));
        assertEquals(400, small.getWidth());
        assertEquals(300, small.getHeight());
        assertTrue(isRed(ImageIO.read(new ByteArrayInputStream(photo.jpeg())), 10, 10));
    }

    @Test
    void aSmallPhotoIsNotEnlarged() {
        Photo photo = Photos.accept(image(30, 20, "png"));
        assertEquals(30, photo.width());
        assertEquals(20, photo.height());
        assertEquals((byte) 0xD8, photo.jpeg()[1], "a JPEG in any case");
    }

    @Test
    void aPhotoTakenSidewaysStandsUprightAndKeepsNoMetadata() throws IOException {
        byte[] sideways = withExif(image(400, 200, "jpg"), 6);
        assertTrue(new String(sideways, StandardCharsets.ISO_8859_1).contains("Exif"));
        Photo photo = Photos.accept(sideways);
        assertEquals(200, photo.width());
        assertEquals(400, photo.height());
        // The red corner was top left; turned a quarter clockwise it is top right.
        assertTrue(isRed(ImageIO.read(new ByteArrayInputStream(photo.jpeg())), 190, 10));
        String bytes = new String(photo.jpeg(), StandardCharsets.ISO_8859_1)
                + new String(photo.thumbnail(), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("Exif") || bytes.contains("SECRET"));
    }

    @Test
    void whatIsTransparentBecomesWhite() throws IOException {
        var clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        var out = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);
        Photo photo = Photos.accept(out.toByteArray());
        assertEquals(
                0xffffff, ImageIO.read(new ByteArrayInputStream(photo.jpeg())).getRGB(5, 5) & 0xffffff);
    }

    @Test
    void moreThanFiveMegabytesAreRefused() {
        byte[] big = Arrays.copyOf(image(10, 10, "jpg"), Photos.MAX_BYTES + 1);
        assertRefused("document.photo.too-big", big);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "GIF89a",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?php",
                "%PDF-1.7",
                "RIFF....WEBP"
            })
    void anythingButJpegAndPngIsRefusedWhateverItsName(String content) {
        assertRefused("document.photo.not-an-image", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aPixelBombIsRefusedBeforeItIsUnpacked() {
        assertRefused("document.photo.too-many-pixels", pngHeader(60_000, 60_000));
        assertRefused("document.photo.too-many-pixels", pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void aCutOrDamagedPhotoIsAPhotoOrARefusalAndNeverACrash() {
        assertRefused("document.photo.broken", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        assertRefused("document.photo.broken", pngHeader(0, 10));
        var random = new Random(17);
        for (String format : new String[] {"jpg", "png"}) {
            byte[] good = image(64, 48, format);
            for (int i = 0; i < 400; i++) {
                byte[] bad = i % 2 == 0 ? Arrays.copyOf(good, 12 + random.nextInt(good.length - 12)) : good.clone();
                for (int k = 0; k < 3; k++) {
                    bad[8 + random.nextInt(bad.length - 8)] = (byte) random.nextInt();
                }
                try {
                    Photos.accept(bad);
                } catch (Refused e) {
                    assertTrue(e.refusal().key().startsWith("document.photo."));
                }
            }
        }
    }

    private static void assertRefused(String key, byte[] upload) {
        assertEquals(
                key,
                assertThrows(Refused.class, () -> Photos.accept(upload))
                        .refusal()
                        .key());
    }

    /** Green with a red quarter at the top left. */
    private static byte[] image(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 80;
    }

    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] secret = "SECRET".getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer app1 = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + secret.length);
        app1.putShort((short) 0xFFE1).putShort((short) (app1.capacity() - 2));
        app1.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        app1.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        app1.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        app1.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + app1.capacity());
        all.put(jpeg, 0, 2).put(app1.array()).put(jpeg, 2, jpeg.length - 2);
        return all.array();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(StandardCharsets.ISO_8859_1)).putInt(width).putInt(height);
        chunk.put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(chunk.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put(chunk.array()).putInt((int) crc.getValue());
        return png.array();
    }
}
