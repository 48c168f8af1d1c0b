/**
 * A case from proposal to archive: it travels through the stages of its template, and every step says who, when and why.
 * The engine is general, a template is data; what closes a stage is asked of the room that knows.
 * It does not know meetings, ballots or resolutions.
 */
package pavilion.matter;
