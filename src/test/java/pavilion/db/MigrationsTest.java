package pavilion.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private TestDatabase it;

    @BeforeEach
    void open() {
        it = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void everyMigrationIsAppliedOnceAndNoOtherFile() throws IOException {
        Migrations.run(it.endpoint());
        try (Stream<Path> files = Files.list(Path.of("sql"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("V"))
                            .sorted()
                            .toList(),
                    it.database()
                            .plain()
                            .list(
                                    row -> row.getString(0),
                                    "select script from flyway_schema_history where success order by installed_rank"));
        }
    }

    @Test
    void databaseWithAMigrationThatIsGoneIsRefused() {
        it.database()
                .plain()
                .run(
                        "update flyway_schema_history set version = '006.1', script = 'V006_1__gone.sql' where version = '006'");
        refused();
    }

    @Test
    void databaseWithAMigrationThatHasChangedIsRefused() {
        it.database().plain().run("update flyway_schema_history set checksum = checksum + 1 where version = '003'");
        refused();
    }

    private void refused() {
        OldSchema old = assertThrows(OldSchema.class, () -> Migrations.run(it.endpoint()));
        assertEquals(it.endpoint().toString(), old.getMessage());
    }
}
