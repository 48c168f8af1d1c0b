/**
 * The outcome written down: its number, its hash, its public notice for the period the law asks for, and the
 * objections to it. Shows the figures that were stored when the poll closed, and computes none.
 */
package pavilion.resolution;
