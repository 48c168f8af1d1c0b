package pavilion.matter;

import java.util.List;

/** The committee's board: one lane for each kind of stage. */
record MatterBoardView(List<Lane> board, int lateCount, int allCount) {
    record Lane(String glyph, String stageName, List<Card> cards) {
        int n() {
            return cards.size();
        }
    }

    /** @param waits whom the matter waits for and until when */
    record Card(String href, String heading, String number, boolean late, String waits) {}
}
