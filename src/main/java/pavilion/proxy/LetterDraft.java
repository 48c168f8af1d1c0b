package pavilion.proxy;

/**
 * What a letter shall say.
 *
 * @param instruction empty where the holder is free
 * @param key of the form: what is sent twice is one letter
 */
record LetterDraft(long voter, String instruction, ProxyLetter.Term term, String key) {}
