package pavilion.db;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The schema of a database as SQL text, read from PostgreSQL's catalogs: the sequences, the tables with their
 * constraints, the indexes, the functions, the triggers, each in the order of their creation. The same migrations always
 * give the same text, and the text makes the same schema in an empty database.
 */
final class SchemaText {
    private static final String HEAD = """
            -- The whole schema, as the migrations beside this file leave it, which also say why. Generated: do not edit.
            """;
    private static final String OURS = "relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'";

    private SchemaText() {}

    static String of(Tx tx) {
        return HEAD
                + section("Sequences", sequences(tx))
                + section("Tables", tables(tx))
                + section("Indexes", indexes(tx))
                + section("Functions", functions(tx))
                + section("Triggers", triggers(tx));
    }

    private static String section(String title, List<String> statements) {
        return "\n-- " + title + "\n\n" + String.join("\n", statements).stripTrailing() + "\n";
    }

    private static List<String> sequences(Tx tx) {
        return tx.list(
                row -> "CREATE SEQUENCE " + row.getString(0) + " START " + row.getLong(1) + ";", """
                select relname::text, seqstart from pg_sequence join pg_class on pg_class.oid = seqrelid
                where %s order by pg_class.oid
                """.formatted(OURS));
    }

    private static List<String> tables(Tx tx) {
        return tx
                .list(
                        row -> row.getString(0),
                        "select relname::text from pg_class where relkind = 'r' and %s order by oid".formatted(OURS))
                .stream()
                .map(table -> table(tx, table))
                .collect(Collectors.toList());
    }

    private static String table(Tx tx, String table) {
        List<String> lines = columns(tx, table);
        lines.addAll(constraints(tx, table));
        return lines.stream().collect(Collectors.joining(",\n    ", "CREATE TABLE " + table + " (\n    ", "\n);\n"));
    }

    private static List<String> columns(Tx tx, String table) {
        return tx.list(row -> row.getString(0), """
                select rpad(attname, max(length(attname)) over ()) || ' ' || format_type(atttypid, atttypmod)
                    || case when attnotnull then ' NOT NULL' else '' end
                    || coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid, true), '')
                from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
                where attrelid = $1::text::regclass and attnum > 0 and not attisdropped order by attnum
                """, table);
    }

    // That a column is not null stands beside the column already.
    private static List<String> constraints(Tx tx, String table) {
        return tx.list(row -> row.getString(0), """
                select 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid, true)
                from pg_constraint where conrelid = $1::text::regclass and contype in ('p', 'u', 'f', 'c')
                order by array_position('{p,u,f,c}', contype), conname
                """, table);
    }

    // The index of a key comes with its constraint.
    private static List<String> indexes(Tx tx) {
        return tx.list(row -> row.getString(0) + ";", """
                select pg_get_indexdef(indexrelid, 0, true) from pg_index join pg_class on pg_class.oid = indrelid
                where %s and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
                order by indrelid, indexrelid
                """.formatted(OURS));
    }

    private static List<String> functions(Tx tx) {
        return tx.list(
                row -> row.getString(0).strip() + ";\n",
                "select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace order by oid");
    }

    private static List<String> triggers(Tx tx) {
        return tx.list(row -> row.getString(0) + ";", """
                select pg_get_triggerdef(pg_trigger.oid, true) from pg_trigger join pg_class on pg_class.oid = tgrelid
                where %s and not tgisinternal order by tgrelid, tgname
                """.formatted(OURS));
    }
}
