/**
 * A matter is put to the vote: in a session, of those present, or over days, of the whole roll. Electorate, proxies and
 * presence make the poll; its outcome goes back to the matter.
 */
package pavilion.decision;
