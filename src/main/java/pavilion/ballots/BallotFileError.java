package pavilion.ballots;

import pavilion.rules.Refusal;

/** An error in a ballot file: its line and character, counted from 1, and what was expected there. */
public final class BallotFileError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final int column;
    private final transient Refusal refusal;

    BallotFileError(long line, int column, String key, Object... args) {
        super(key, null, false, false);
        this.line = line;
        this.column = column;
        this.refusal = Refusal.of(key, args);
    }

    public long line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** What was expected. */
    public Refusal refusal() {
        return refusal;
    }
}
