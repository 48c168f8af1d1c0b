package pavilion.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing worth knowing of a JPEG's metadata: which way up it was taken (EXIF 2.3, tag 0x0112). */
final class Exif {
    private static final int UPRIGHT = 1;
    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /** 1 to 8; upright where it cannot be read. Read here because the JDK refuses files with segments in another order. */
    static int orientation(byte[] jpeg) {
        ByteBuffer in = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (at + 4 <= jpeg.length) {
            int marker = in.getShort(at) & 0xFFFF;
            int length = in.getShort(at + 2) & 0xFFFF;
            if (marker == START_OF_SCAN || marker < 0xFF00 || length < 2 || at + 2 + length > jpeg.length) {
                return UPRIGHT;
            }
            if (marker == APP1 && length > 16 && in.getInt(at + 4) == 0x45786966) {
                return inDirectory(in.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0 && at + ENTRY <= tiff.limit(); entries--, at += ENTRY) {
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
