/**
 * Letters of authorisation (Civil Code Art. 165), for one session or one matter. A letter is limited by the rule
 * of the matter, ends when it is revoked or its principal comes, and is frozen with the roll of each poll.
 */
package pavilion.proxy;
