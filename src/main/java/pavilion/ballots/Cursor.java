package pavilion.ballots;

import java.math.BigDecimal;

/** A position in one line; errors name the line and the character. */
final class Cursor {
    private static final int DIGITS = 18;

    private final String text;
    private final long line;
    private int at;

    Cursor(String text, long line) {
        this.text = text;
        this.line = line;
    }

    String text() {
        return text;
    }

    long line() {
        return line;
    }

    int at() {
        return at;
    }

    void to(int place) {
        at = place;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character here, or 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    Cursor blanks() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u3000')) {
            at++;
        }
        return this;
    }

    boolean blank() {
        return blanks().atEnd();
    }

    /** Passes over the character if it is the next one. @return whether it was */
    boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw mistake("ballots.expected.char", String.valueOf(wanted));
        }
    }

    /** A whole number from 0 to {@code most}. */
    int whole(int most, String key, Object... args) {
        int start = at;
        long number = 0;
        while (peek() >= '0' && peek() <= '9' && at - start < DIGITS) {
            number = number * 10 + (peek() - '0');
            at++;
        }
        if (at == start || number > most || Character.isLetterOrDigit(peek())) {
            throw mistake(start, key, args);
        }
        return (int) number;
    }

    /** A number not below zero with at most nine decimals. */
    BigDecimal decimal(String key, Object... args) {
        int start = at;
        while (peek() >= '0' && peek() <= '9' || peek() == '.') {
            at++;
        }
        return number(text.substring(start, at), start, key, args);
    }

    /** Reads a piece of this line, which began at {@code start}, as a number not below zero. */
    BigDecimal number(String piece, int start, String key, Object... args) {
        String typed = piece.strip();
        if (!typed.matches("\\d{1,15}([.,]\\d{1,9})?")) {
            throw mistake(start, key, args);
        }
        BigDecimal number = new BigDecimal(typed.replace(',', '.')).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** An amount of money in a field called {@code name}. */
    BigDecimal amount(String typed, int start, String name) {
        return number(typed, start, "ballots.pb.amount", name, typed);
    }

    BallotFileError mistake(String key, Object... args) {
        return mistake(at, key, args);
    }

    BallotFileError mistake(int place, String key, Object... args) {
        return new BallotFileError(line, text.codePointCount(0, Math.min(place, text.length())) + 1, key, args);
    }
}
