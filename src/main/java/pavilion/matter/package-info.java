/**
 * A case from proposal to archive: it moves through the stages of its template, and every step says who, when and
 * why. The engine is general and a template is data: each kind of stage is registered once, with its guard, badge and
 * next action, by the package that knows it. Knows no proposals, sessions, ballots, resolutions or tasks.
 */
package pavilion.matter;
