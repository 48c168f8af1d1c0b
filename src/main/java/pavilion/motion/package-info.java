/**
 * Motions on the current item of a session: amendments to its text, and procedural motions. Each is decided by
 * consent, which one objection ends, or by a vote of those present; what is adopted takes effect at once. The
 * texts before and after are kept for the minutes.
 */
package pavilion.motion;
