/**
 * Who lives here: places, units, people and what they may do where; how they come in, and how the roll is kept.
 * A person comes in by a slip of paper, never by a number that the state gave them.
 * It asks for no identity number, no date of birth, no face.
 */
package pavilion.roster;
