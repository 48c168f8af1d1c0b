/**
 * The database: the pool and its transactions, the embedded server, the migrations. Only this package and the
 * stores know the SQL client. A transaction commits or leaves nothing behind; what must never break is guarded in
 * {@code sql/}.
 */
package pavilion.db;
