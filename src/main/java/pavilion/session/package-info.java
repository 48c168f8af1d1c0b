/**
 * The live meeting: agenda, presence and quorum, the motion, the poll in the room, the wall.
 * The moderator acts, the database decides, the room hears of it after the commit.
 * What a resident sees works without script; with it, it keeps itself up to date.
 */
package pavilion.session;
