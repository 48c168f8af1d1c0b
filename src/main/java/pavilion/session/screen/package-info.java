/** The pages of a running session: phone, moderator's console and projector, rendered once for everybody. */
package pavilion.session.screen;
