/**
 * Everything invented: the demo community, its people, its matters and its sessions. No other package knows it but
 * the wiring, and it never shares a database with real data.
 */
package pavilion.demo;
