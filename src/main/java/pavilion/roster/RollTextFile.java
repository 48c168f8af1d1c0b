package pavilion.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import pavilion.rules.Refused;

/** Text with a comma, a semicolon or a tab between cells, in UTF-8, UTF-16 or GB18030, with or without a byte order mark. */
final class RollTextFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 1 << 16;

    private RollTextFile() {}

    private record TextSource(Path file, Charset charset, char between) implements RollFile.Source {
        @Override
        public void read(long most, RollFile.Rows rows) throws IOException {
            try (Reader reader = open(file, charset);
                    CSVParser parser = CSVFormat.DEFAULT
                            .builder()
                            .setDelimiter(between)
                            .setIgnoreEmptyLines(false)
                            .get()
                            .parse(reader)) {
                long line = 1;
                long given = 0;
                for (CSVRecord row : parser) {
                    if (RollFile.give(line, row.toList(), rows) && ++given >= most) {
                        return;
                    }
                    line = parser.getCurrentLineNumber() + 1;
                }
            }
        }
    }

    /** The file read with each separator. @throws Refused if its characters cannot be read */
    static List<RollFile.Source> sources(Path file) throws IOException {
        Charset charset = charset(file);
        return Stream.of(',', '\t', ';', '\uFF1B', '\uFF0C')
                .<RollFile.Source>map(between -> new TextSource(file, charset, between))
                .toList();
    }

    private static Charset charset(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            if (isUtf16(head, charset == StandardCharsets.UTF_16LE ? 1 : 0) && reads(file, charset)) {
                return charset;
            }
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (reads(file, charset)) {
                return charset;
            }
        }
        throw new Refused("roster.roll.encoding");
    }

    /**
     * By its mark; or, as text of a roll has separators, digits and ends of lines, by the noughts that are their higher bytes.
     *
     * @param high whether the higher byte of two is the first or the second
     */
    private static boolean isUtf16(byte[] head, int high) {
        if (head.length >= 2 && (head[high] & 0xff) == 0xfe && (head[1 - high] & 0xff) == 0xff) {
            return true;
        }
        int noughts = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i + 1 - high] == 0) {
                return false;
            }
            noughts += head[i + high] == 0 ? 1 : 0;
        }
        return noughts > 0 && noughts >= head.length / 40;
    }

    private static boolean reads(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 14];
        try (Reader reader = open(file, charset)) {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
