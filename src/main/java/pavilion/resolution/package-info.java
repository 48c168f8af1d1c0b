/**
 * The outcome written down: its number, its hash, its public notice of the lawful days, and the objections to it.
 * It shows the figures that were stored when the poll closed, and computes none.
 */
package pavilion.resolution;
