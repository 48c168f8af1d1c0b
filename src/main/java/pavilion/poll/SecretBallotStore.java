package pavilion.poll;

import java.util.List;
import pavilion.audit.PublishedBallot;
import pavilion.db.Tx;
import pavilion.rules.method.OptionSet;

/** The tables {@code turnout}, who took part, and {@code secret_ballot}, what was chosen: nothing joins them. */
final class SecretBallotStore {
    // The two rows of a secret ballot share nothing but their transaction. So that the transaction does not tell whose
    // it is while the poll is open, some of the ballots already there are taken out and put in again with the new ones;
    // at the close all of them are. An id is random: those beside a random id are a random choice.
    static final String CAST = BallotStore.VOTERS + """
                insert into turnout as b (community, poll, voter, receipt, request_key)
                select $1, $2, e.voter, e.receipt, e.key from e cross join p where e.present
                on conflict (community, poll, voter) do nothing
                returning b.voter, b.receipt, true as fresh
            ), at as materialized (
                select gen_random_uuid() as id from p
            ), stirred as (
                delete from secret_ballot s using (
                    (select o.id from secret_ballot o where o.community = $1 and o.poll = $2 and o.id >= (select id from at)
                        order by o.id limit greatest(0, 32 - cardinality($4::bigint[])))
                    union all
                    (select o.id from secret_ballot o where o.community = $1 and o.poll = $2 and o.id < (select id from at)
                        order by o.id desc limit greatest(0, 32 - cardinality($4::bigint[])))
                    limit greatest(0, 32 - cardinality($4::bigint[]))
                ) near where s.community = $1 and s.poll = $2 and s.id = near.id
                returning s.choice
            ), box as (
                insert into secret_ballot (community, poll, id, choice)
                select $1, $2, gen_random_uuid(), c.choice from (
                    select e.choice from ins join e using (voter) union all select choice from stirred
                ) c order by random()
            ),
            """ + BallotStore.RECORD + "turnout" + BallotStore.EARLIER;

    private SecretBallotStore() {}

    static List<StandingBallot> standing(Tx tx, Poll poll, long person) {
        return tx.list(
                row -> new StandingBallot(row.getLong("voter"), row.getString("receipt"), null, null),
                """
                select t.voter, t.receipt from turnout t
                join entitlement e using (community, poll, voter) where t.community = $1 and t.poll = $2 and e.person = $3
                """,
                poll.community(),
                poll.id(),
                person);
    }

    static List<OptionSet.Pile> piles(Tx tx, Poll poll) {
        return tx.list(
                row -> new OptionSet.Pile(row.getString(0), row.getLong(1), 0), """
                select choice, count(*) from secret_ballot where community = $1 and poll = $2
                group by choice order by choice
                """, poll.community(), poll.id());
    }

    static List<String> receipts(Tx tx, Poll poll) {
        return tx.list(
                row -> row.getString(0),
                "select receipt from turnout where community = $1 and poll = $2",
                poll.community(),
                poll.id());
    }

    static List<PublishedBallot> published(Tx tx, Poll poll) {
        return tx.list(
                row -> PublishedBallot.of(row.getString(0), row.getString(1)),
                "select id::text, choice from secret_ballot where community = $1 and poll = $2 order by id",
                poll.community(),
                poll.id());
    }

    /** Every row is written anew in random order with a new number, by the transaction alone that ends the poll. */
    static void shuffle(Tx tx, Poll poll) {
        tx.run("""
                with taken as (
                    delete from secret_ballot where community = $1 and poll = $2 returning choice
                )
                insert into secret_ballot (community, poll, id, choice)
                select $1, $2, gen_random_uuid(), choice from taken order by random()
                """, poll.community(), poll.id());
    }
}
