package pavilion.walk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files that walkers send: a photograph, a PDF, the roll as they last fetched it, and now and then something else. */
final class WalkFiles {
    private final byte[] photo = photo();
    private final byte[] paper = paper();
    private final ConcurrentMap<String, byte[]> rolls = new ConcurrentHashMap<>();

    /** The roll of a community, to be sent back as it came. */
    void keepRoll(String path, byte[] roll) {
        rolls.put(path.replaceFirst("roster\\..*", "import"), roll);
    }

    FormEntry any(PageForm form, FormInput input, Random random) {
        if (!input.required() && random.nextInt(3) == 0) {
            return new FormEntry(input.name(), "", new byte[0]);
        }
        byte[] roll = rolls.get(Addresses.path(form.action()));
        if (form.action().endsWith("/import")) {
            return roll != null
                    ? new FormEntry(input.name(), "roll.csv", roll)
                    : new FormEntry(input.name(), "roll.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        return switch (random.nextInt(8)) {
            case 0 -> new FormEntry(input.name(), "empty.png", new byte[0]);
            case 1 -> new FormEntry(input.name(), "broken.png", new byte[] {1, 2, 3, 4});
            case 2, 3 -> new FormEntry(input.name(), "plan.pdf", paper);
            default -> new FormEntry(input.name(), "photo.png", photo);
        };
    }

    private static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] paper() {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
