package pavilion.ballots;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads UTF-8 line by line, so that a file of any length needs no more memory than its longest line. */
final class Lines {
    static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int from;
    private int to;
    private byte[] buffer = new byte[1 << 12];
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * @return null at the end of the file
     * @throws BallotFileError if the line is too long, not UTF-8, or contains a NUL
     */
    Cursor next() {
        try {
            if (from == to && !fill()) {
                return null;
            }
            number++;
            int length = 0;
            do {
                int end = from;
                while (end < to && chunk[end] != '\n') {
                    end++;
                }
                length = keep(end, length);
                from = end;
            } while (from == to && fill());
            from = Math.min(to, from + 1);
            return new Cursor(text(length), number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(chunk));
        return to > 0;
    }

    private int keep(int end, int length) {
        int longer = length + end - from;
        if (longer > LONGEST) {
            throw new BallotFileError(number, 1, "ballots.line.long", LONGEST);
        }
        if (longer > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(longer, 2 * buffer.length));
        }
        System.arraycopy(chunk, from, buffer, length, end - from);
        return longer;
    }

    private String text(int length) {
        int end = length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
        int start = number == 1
                        && end >= 3
                        && buffer[0] == (byte) 0xEF
                        && buffer[1] == (byte) 0xBB
                        && buffer[2] == (byte) 0xBF
                ? 3
                : 0;
        String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
        int broken = text.indexOf('\uFFFD');
        if (broken >= 0) {
            strictly(ByteBuffer.wrap(buffer, start, end - start));
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new BallotFileError(number, nul + 1, "ballots.nul");
        }
        return text;
    }

    /** Distinguishes a text that really contains U+FFFD from one that is not UTF-8. */
    private void strictly(ByteBuffer bytes) {
        CharBuffer read = CharBuffer.allocate(bytes.remaining());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, read, true).isError()) {
            throw new BallotFileError(number, read.position() + 1, "ballots.encoding");
        }
    }
}
