package pavilion.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import pavilion.rules.Refused;

/** What a file is by its first bytes, whatever its name says. What cannot hold a roll is refused by its own name. */
enum RollFileKind {
    SHEET,
    TEXT;

    private static final int HEAD = 8192;

    /** @throws Refused naming what it is instead */
    static RollFileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        // Every byte is one character.
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4")) {
            return zip(file);
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            boolean locked = contains(file, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
            throw new Refused(locked ? "roster.roll.is-locked" : "roster.roll.is-xls");
        }
        if (text.startsWith("%PDF")) {
            throw new Refused("roster.roll.is-pdf");
        }
        if (picture(text)) {
            throw new Refused("roster.roll.is-picture");
        }
        if (text.startsWith("Rar!") || text.startsWith("7z\u00bc\u00af") || text.startsWith("\u001f\u008b")) {
            throw new Refused("roster.roll.is-archive");
        }
        String begin = text.stripLeading().toLowerCase(Locale.ROOT);
        if (begin.startsWith("<") || begin.startsWith("\u00ef\u00bb\u00bf<") || begin.startsWith("mime-version")) {
            throw new Refused("roster.roll.is-web");
        }
        if (begin.startsWith("{\\rtf")) {
            throw new Refused("roster.roll.is-word");
        }
        return TEXT;
    }

    private static boolean picture(String head) {
        return head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("\u0089PNG")
                || head.startsWith("GIF8")
                || head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                || head.startsWith("ftyp", 4)
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("BM") && head.startsWith("\0\0\0\0", 6);
    }

    private static RollFileKind zip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.bin") != null
                    || zip.getEntry("content.xml") != null
                    || zip.getEntry("Index/Document.iwa") != null) {
                throw new Refused("roster.roll.is-other-sheet");
            }
            if (zip.getEntry("word/document.xml") != null) {
                throw new Refused("roster.roll.is-word");
            }
            if (zip.getEntry("ppt/presentation.xml") != null) {
                throw new Refused("roster.roll.is-picture");
            }
            if (zip.getEntry("[Content_Types].xml") == null && zip.getEntry("xl/workbook.xml") == null) {
                throw new Refused("roster.roll.is-archive");
            }
        }
        return SHEET;
    }

    /** An old container of documents lists what it holds at its end as often as at its beginning. */
    private static boolean contains(Path file, byte[] wanted) throws IOException {
        byte[] all = Files.readAllBytes(file);
        for (int from = 0; from + wanted.length <= all.length; from += 2) {
            int at = 0;
            while (at < wanted.length && all[from + at] == wanted[at]) {
                at++;
            }
            if (at == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
