/**
 * The rule book: who decides, what counts, what a count means.
 * It knows java.* only and takes no clock, no randomness and no floating point.
 */
package pavilion.rules;
