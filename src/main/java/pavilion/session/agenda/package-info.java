/** The order of the day of a session, and what is attached to its call. */
package pavilion.session.agenda;
