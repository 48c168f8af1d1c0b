/**
 * The database: the pool and its transactions, the embedded server, the migrations.
 * Nothing but this room and the stores knows the SQL client.
 * A transaction commits or leaves nothing behind; what must never break stands in {@code sql/}.
 */
package pavilion.db;
