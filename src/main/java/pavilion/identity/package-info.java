/**
 * Who somebody is and what they may do where: the current user, roles, the tokens of a browser. Knows nothing of
 * HTTP; nothing here comes from the client.
 */
package pavilion.identity;
