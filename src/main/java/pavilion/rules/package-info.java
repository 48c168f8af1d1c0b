/**
 * The law and the methods of counting: who decides, what counts, what a count means. Depends on java.* only and
 * takes no clock, no randomness and no floating point.
 */
package pavilion.rules;
