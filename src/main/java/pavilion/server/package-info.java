/**
 * The running server: configuration, the wiring that makes every object once, the HTTP listeners, and the start
 * page.
 */
package pavilion.server;
