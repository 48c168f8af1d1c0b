package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code sql/schema.sql} shows the whole schema on one page; these tests keep it true. */
class SchemaTest {
    private static final Path PAGE = Path.of("sql", "schema.sql");
    private static final String REFRESH = "mvn test -Dtest=SchemaTest -Dschema.write=true";

    private static TestDatabase it;
    private static String migrated;

    @BeforeAll
    static void open() throws IOException {
        it = TestDatabase.fresh();
        migrated = SchemaText.of(it.database().plain());
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(PAGE, migrated);
        }
    }

    @AfterAll
    static void close() {
        it.close();
    }

    @Test
    void pageShowsWhatTheMigrationsMake() throws IOException {
        same(Files.readString(PAGE), migrated);
    }

    @Test
    void pageMakesTheSameSchemaInAnEmptyDatabase() throws IOException {
        String page = Files.readString(PAGE);
        Tx.await(it.database()
                .pool()
                .query("drop schema public cascade; create schema public;" + page)
                .execute());
        same(SchemaText.of(it.database().plain()), migrated);
    }

    // The texts are too long to be printed whole.
    private static void same(String shown, String made) {
        String[] these = shown.split("\n", -1);
        String[] those = made.split("\n", -1);
        int line = Arrays.mismatch(these, those);
        assertEquals(
                -1,
                line,
                () ->
                        "%s does not show the schema that the migrations make, from line %d on: shown is \"%s\", made \"%s\". Refresh it with: %s"
                                .formatted(PAGE, line + 1, at(these, line), at(those, line), REFRESH));
    }

    private static String at(String[] lines, int line) {
        return line < lines.length ? lines[line] : "";
    }
}
