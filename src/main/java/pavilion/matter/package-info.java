/**
 * A case from proposal to archive: it moves through the stages of its template, and every step says who, when and
 * why. The engine is general, a template is data; each kind of stage registers what guards it. Knows no sessions,
 * ballots or resolutions.
 */
package pavilion.matter;
