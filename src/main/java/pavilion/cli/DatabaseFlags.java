package pavilion.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import pavilion.db.DataFolder;
import pavilion.db.Database;
import pavilion.db.Endpoint;
import pavilion.db.FolderInUse;
import pavilion.db.OldSchema;
import pavilion.db.PostgresFailed;
import pavilion.db.Unreachable;
import pavilion.server.LogFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The two flags that say which database a command works on. */
public final class DatabaseFlags {
    private static final String FORM = "postgresql://USER:PASSWORD@HOST:PORT/NAME";

    @Option(names = "--data", defaultValue = "data", paramLabel = "FOLDER", descriptionKey = "flag.data")
    private Path data = Path.of("data");

    @Option(names = "--database", paramLabel = FORM, descriptionKey = "flag.database")
    private @Nullable String database;

    public Path data() {
        return data.toAbsolutePath();
    }

    public Optional<Endpoint> endpoint(CommandSpec spec) {
        if (database == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Endpoint.parse(database));
        } catch (IllegalArgumentException e) {
            // The value holds a password and is not repeated.
            throw new ParameterException(
                    spec.commandLine(), words().getString("flag.wrong").formatted("--database", "***", FORM));
        }
    }

    /**
     * Opens the database, does the work and closes it.
     *
     * @param create whether to make a database if the folder has none
     * @return what the work returned, or 2 with a sentence if there is no database to work on
     */
    int open(CommandSpec spec, boolean create, ToIntFunction<Database> work) {
        Optional<Endpoint> real = endpoint(spec);
        LogFile.at(data().resolve("log/command.log"));
        try (OpenDatabase opened = OpenDatabase.at(data(), real, create)) {
            return work.applyAsInt(opened.database());
        } catch (FolderInUse e) {
            return no(spec, "command.starting", e.getMessage());
        } catch (OpenDatabase.Nothing e) {
            return no(spec, "command.nothing", e.getMessage());
        } catch (Unreachable e) {
            return no(spec, "command.unreachable", e.getMessage());
        } catch (DataFolder.Unusable e) {
            return no(spec, "command.folder", e.getMessage(), e.getCause());
        } catch (DataFolder.PasswordLost e) {
            return no(spec, "command.password", e.getMessage());
        } catch (PostgresFailed e) {
            return no(spec, key(e.reason()), e.log(), e.getMessage());
        } catch (OldSchema e) {
            // The address of an embedded database says nothing to the reader.
            String where = real.map(Endpoint::toString).orElseGet(() -> data().toString());
            return no(spec, "command.old-schema", where);
        }
    }

    /** Of the sentence for a PostgreSQL that could not be started; it takes the file of its log and the last lines. */
    static String key(PostgresFailed.Reason reason) {
        return switch (reason) {
            case DISK_FULL -> "command.postgres-full";
            case NOT_OURS -> "command.postgres-owner";
            case OTHER -> "command.postgres";
        };
    }

    private static int no(CommandSpec spec, String key, @Nullable Object... what) {
        spec.commandLine().getErr().println(words().getString(key).formatted(what));
        spec.commandLine().getErr().flush();
        return 2;
    }

    private static ResourceBundle words() {
        return ResourceBundle.getBundle("messages.commands");
    }
}
