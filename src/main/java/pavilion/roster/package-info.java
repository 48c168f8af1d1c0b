/**
 * Places, units, people and posts; import and export of the roll. It asks for no identity number, no date of
 * birth, no face.
 */
package pavilion.roster;
