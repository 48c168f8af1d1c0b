/**
 * The ballot box: the frozen electorate of a poll, its ballots, the count and the receipts. A ballot is durable
 * before it is acknowledged and counted once whatever the network does. While a poll is open only turnout is
 * shown; a secret choice is never stored beside a voter. Knows matters and sessions by their ids
 * alone and imports neither package.
 */
package pavilion.poll;
