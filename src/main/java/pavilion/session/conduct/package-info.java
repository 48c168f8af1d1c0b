/** The course of a session: opened, item by item, paused, closed; what its log says; the module that makes its services. */
package pavilion.session.conduct;
