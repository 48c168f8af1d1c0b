/**
 * Minutes that write themselves: the facts from the log, the points from the recorder, the approval from the room.
 * Once approved they are kept under a hash, and only an addition can follow.
 */
package pavilion.minutes;
