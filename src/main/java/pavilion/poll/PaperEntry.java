package pavilion.poll;

/**
 * A ballot on paper that one person typed in, and nobody else yet in the same way.
 *
 * @param typed how many people typed it
 * @param mine whether the person who asks is one of them
 */
record PaperEntry(long voter, String label, int typed, boolean mine) {
    /** Two people read different answers off the same paper. */
    public boolean differs() {
        return typed > 1;
    }
}
