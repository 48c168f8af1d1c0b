/**
 * The live session: agenda, presence and quorum, the motion, the poll, the projector. The moderator acts, the
 * database decides, the pages are told after the commit. A page works without script; with it, it keeps itself up
 * to date.
 */
package pavilion.session;

