package pavilion.audit;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import pavilion.db.Tx;

/** Chains in the database. Rows are only ever added; a trigger refuses everything else. */
public final class AuditStore {
    private AuditStore() {}

    /** Adds one act within the caller's transaction. Writers of one chain wait here for each other, at its head row. */
    public static ChainEntry append(
            Tx tx, int community, String chain, String act, String by, String payloadJson, Instant at) {
        record Head(long seq, String hash) {}
        Head head = tx.first(
                        row -> new Head(row.getLong("seq"), row.getString("hash")), """
                        insert into chain_head (community, chain, seq, hash) values ($1, $2, 0, $3)
                        on conflict (community, chain) do update set seq = chain_head.seq
                        returning seq, hash
                        """, community, chain, Chain.START)
                .orElseThrow();
        ChainEntry next = ChainEntry.after(head.seq() + 1, head.hash(), at.toEpochMilli(), act, by, payloadJson);
        tx.run(
                """
                insert into audit (community, chain, seq, at_ms, act, by_post, payload, previous, hash)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                community,
                chain,
                next.seq(),
                next.atMillis(),
                next.act(),
                next.by(),
                next.payload(),
                next.previous(),
                next.hash());
        tx.run(
                "update chain_head set seq = $3, hash = $4 where community = $1 and chain = $2",
                community,
                chain,
                next.seq(),
                next.hash());
        return next;
    }

    public static List<ChainEntry> read(Tx tx, int community, String chain) {
        return tx.list(AuditStore::entry, """
                select seq, at_ms, act, by_post, payload, previous, hash from audit
                where community = $1 and chain = $2 order by seq
                """, community, chain);
    }

    /** The newest hash of the chain: who has it written down can prove that nothing before it was changed. */
    public static String head(Tx tx, int community, String chain) {
        return tx.first(
                        row -> row.getString("hash"),
                        "select hash from chain_head where community = $1 and chain = $2",
                        community,
                        chain)
                .orElse(Chain.START);
    }

    private static ChainEntry entry(Row row) {
        return new ChainEntry(
                row.getLong("seq"),
                row.getLong("at_ms"),
                row.getString("act"),
                row.getString("by_post"),
                row.getString("payload"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
