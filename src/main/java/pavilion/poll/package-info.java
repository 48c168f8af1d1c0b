/**
 * The question put: the frozen electorate, the ballots, the count and the receipt.
 * A ballot is durable before it is acknowledged and counted once whatever the network does.
 * While a poll is open only turnout is spoken; a secret choice is never beside a voter.
 */
package pavilion.poll;
