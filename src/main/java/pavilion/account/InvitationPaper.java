package pavilion.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pavilion.document.Paper;
import pavilion.document.Qr;
import pavilion.rules.Refusal;

/**
 * The invitations of one courtyard, to be cut apart and handed over in person.
 *
 * @param joinUrl the address people open, without a final slash; the QR code holds {@code joinUrl/CODE}
 */
public record InvitationPaper(
        String lang,
        Instant made,
        String fileName,
        String community,
        String courtyard,
        String joinUrl,
        LocalDate expires,
        List<Addressee> addressees)
        implements Paper {
    private static final int PER_ROW = 2;
    private static final int PER_PAGE = 8;

    public InvitationPaper {
        addressees = List.copyOf(addressees);
    }

    @Override
    public String template() {
        return "document/slips";
    }

    @Override
    public Refusal title() {
        return Refusal.of("document.slips.title", community, courtyard);
    }

    /**
     * One household and its code.
     *
     * @param code ten characters without look-alikes
     */
    public record Addressee(String household, String code) {}

    /** One invitation as the template reads it, its code in two halves. */
    public record Cell(String household, String first, String second, String qr) {}

    /** Pages of rows of invitations; the last row is filled with blanks, so that the cutting lines run across the sheet. */
    public List<List<List<Cell>>> pages() {
        List<Cell> cells = new ArrayList<>(addressees.stream().map(this::cell).toList());
        while (cells.size() % PER_ROW != 0) {
            cells.add(new Cell("", "", "", ""));
        }
        return split(split(cells, PER_ROW), PER_PAGE / PER_ROW);
    }

    private Cell cell(Addressee each) {
        int half = each.code().length() / 2;
        return new Cell(
                each.household(),
                each.code().substring(0, half),
                each.code().substring(half),
                Qr.pngData(joinUrl + "/" + each.code()));
    }

    private static <T> List<List<T>> split(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + size))));
        }
        return parts;
    }
}
