/**
 * The pages of a running session: phone, moderator's console and projector, rendered once for everybody; the module that
 * puts all pages of sessions together.
 */
package pavilion.session.screen;
