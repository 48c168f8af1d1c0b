/**
 * The server as people see it: a real Chromium, real windows, the demo community, every page. Pictures of what was seen are
 * kept in {@code target/screenshots}.
 */
package pavilion.browser;
