package pavilion.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The invitation slips of one courtyard, to be cut apart and handed over at the door.
 *
 * @param joinUrl the address people open, without a final slash; the QR code holds {@code joinUrl/CODE}
 */
public record InvitationPaper(String community, String courtyard, String joinUrl, LocalDate expires, List<Slip> slips) {
    private static final int PER_ROW = 2;
    private static final int PER_PAGE = 8;

    public InvitationPaper {
        slips = List.copyOf(slips);
    }

    /** @param code ten characters without look-alikes */
    public record Slip(String household, String code) {}

    /** What the template reads of one slip. */
    public record Cut(String household, String first, String second, String qr) {}

    /** Pages of rows of slips; the last row is filled with blanks, so that the cut lines go through. */
    public List<List<List<Cut>>> pages() {
        List<Cut> cuts = new ArrayList<>(slips.stream().map(this::cut).toList());
        while (cuts.size() % PER_ROW != 0) {
            cuts.add(new Cut("", "", "", ""));
        }
        return split(split(cuts, PER_ROW), PER_PAGE / PER_ROW);
    }

    private Cut cut(Slip slip) {
        int half = slip.code().length() / 2;
        return new Cut(
                slip.household(),
                slip.code().substring(0, half),
                slip.code().substring(half),
                Qr.pngData(joinUrl + "/" + slip.code()));
    }

    private static <T> List<List<T>> split(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return parts;
    }
}
