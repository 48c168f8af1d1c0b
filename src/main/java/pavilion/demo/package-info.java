/**
 * Everything invented: the demo community, its people, its matters and its sessions. No other package knows it but
 * {@code server}, and it never shares a database with real data.
 */
package pavilion.demo;
