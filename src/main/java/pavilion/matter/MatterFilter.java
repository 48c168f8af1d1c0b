package pavilion.matter;

/**
 * What a list is asked for; empty text and zero mean anything.
 *
 * @param stage key of a stage
 * @param state key of a {@link MatterState}
 * @param place id of the place
 * @param words words of title and problem, or a whole number
 * @param page from 1
 */
record MatterFilter(String stage, String state, long place, String words, int page) {}
