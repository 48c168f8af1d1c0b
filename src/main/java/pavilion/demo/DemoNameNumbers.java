package pavilion.demo;

/** Consecutive numbers for names; one block may be reserved for a courtyard that is numbered separately. */
final class DemoNameNumbers {
    private final int blockFrom;
    private final int blockTo;
    private int last;

    private DemoNameNumbers(int last, int blockFrom, int blockTo) {
        this.last = last;
        this.blockFrom = blockFrom;
        this.blockTo = blockTo;
    }

    static DemoNameNumbers from(int first) {
        return new DemoNameNumbers(first - 1, 0, 0);
    }

    /** Leaves out {@code from} to {@code to - 1}. */
    static DemoNameNumbers without(int from, int to) {
        return new DemoNameNumbers(0, from, to);
    }

    int next() {
        last++;
        if (last == blockFrom) {
            last = blockTo;
        }
        return last;
    }
}
