/**
 * Reads the rule data that ships with the program into rules and templates.
 * The rule book itself does no input or output; this room does it for it.
 */
package pavilion.catalogue;
