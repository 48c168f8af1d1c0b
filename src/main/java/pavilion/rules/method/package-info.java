/**
 * Ways of counting ballots: from ballots as given to winners, with every round and every tie in the open. Exact throughout.
 */
package pavilion.rules.method;
