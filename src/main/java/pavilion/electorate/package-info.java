/**
 * Who may vote on what below a place: the rolls by the kind of electorate that a rule names, frozen when a poll
 * opens.
 */
package pavilion.electorate;
