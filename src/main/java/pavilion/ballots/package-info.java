/**
 * Ballot files of the field, read into the shapes of the rule book: BLT, PrefLib, ABIF, Pabulib and this house's own export.
 */
package pavilion.ballots;
