/**
 * The root of the house: reads the configuration, makes every room once and hands it what it needs.
 * The one clock starts here, and every door is listed here. It sees all rooms; no room sees it.
 */
package pavilion;
