/**
 * What a community has adopted on top of the law: rules that ask for more, with their own text.
 * A matter or a poll keeps the rule it began under.
 */
package pavilion.charter;
