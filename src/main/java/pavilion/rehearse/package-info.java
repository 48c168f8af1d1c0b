/**
 * Plays a whole meeting against a running house, by the doors and sockets that phones use, and reports what it was like.
 * The benchmark plays with the same crowd; nothing here is known to the rooms that serve.
 */
package pavilion.rehearse;
