package pavilion.poll;

/**
 * For the scrutineers of a named poll: who answered what.
 *
 * @param said the choice by the names of the plans, empty where it is a plain answer
 */
record ScrutinyLine(String label, String choice, String receipt, String said) {}
