/**
 * A case as somebody typed it, decided by the catalogue: names of fields into measures, numbers read exactly.
 * What cannot be decided is answered with the field that is wrong.
 */
package pavilion.rules.decide;
