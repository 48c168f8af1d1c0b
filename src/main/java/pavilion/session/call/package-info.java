/** Sessions are called, moved, called off and adjourned; lists of them, and the call as a paper. */
package pavilion.session.call;
