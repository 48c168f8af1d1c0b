package pavilion.motion;

/**
 * An amendment as somebody typed it.
 *
 * @param again the motion that is revised, 0 for a new one
 * @param base the version of the text that they amended
 * @param text the whole text as it would read
 * @param key the same for a form sent twice
 */
record AmendmentDraft(long again, int base, String text, String key) {}
