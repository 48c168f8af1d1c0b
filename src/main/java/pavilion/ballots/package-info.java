/**
 * Ballot files of the field, read into the shapes of {@code rules}: BLT, PrefLib, ABIF, Pabulib and the product's
 * own export.
 */
package pavilion.ballots;
