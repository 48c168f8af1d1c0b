/**
 * Plays a whole session against a running server, by the addresses and sockets that phones use, and reports what
 * it was like. The benchmark plays with the same load; the serving packages know nothing of it.
 */
package pavilion.rehearse;
