/**
 * A case from proposal to archive: it moves through the stages of its template, and every step says who, when and
 * why. A template is data: each kind of stage is registered once, with its guard, badge and
 * next action, by the package that knows it. Depends on none of those
 * packages; of the kinds it knows those that a vote passes through: session, poll and public notice.
 */
package pavilion.matter;
