/**
 * Minutes: the facts from the log, the points from the recorder, the approval from those present. Approved minutes
 * are kept under a hash, and only an addition can follow.
 */
package pavilion.minutes;
