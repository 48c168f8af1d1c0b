/**
 * Rule data read into rules, the rules that a community adopted on top of the law, and the public calculator. A
 * matter or a poll keeps the rule it began under. {@code rules} itself does no input or output; this package does
 * it.
 */
package pavilion.rulebook;
