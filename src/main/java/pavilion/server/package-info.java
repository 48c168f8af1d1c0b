/**
 * The running server: configuration, the wiring that makes every object once, the HTTP listeners, the chores that
 * time alone makes due, the start page, and what only the demo has: its clock, its style guide, the route of a rehearsal.
 */
package pavilion.server;
