/**
 * What a person reads: sentences in both languages, and the community's time zone.
 */
package pavilion.text;
