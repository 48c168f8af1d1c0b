package pavilion.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import pavilion.db.DataFolder;
import pavilion.db.Endpoint;
import pavilion.db.FolderInUse;
import pavilion.db.OldSchema;
import pavilion.db.PostgresFailed;
import pavilion.db.Unreachable;
import pavilion.server.Application;
import pavilion.server.Config;
import pavilion.server.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the server until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ConfigFlags flags = new ConfigFlags();

    private final ResourceBundle words = ResourceBundle.getBundle("messages.commands");
    private volatile boolean stopping;

    @Override
    public Integer call() throws InterruptedException {
        Config config = flags.config();
        long began = System.nanoTime();
        // A start that is interrupted leaves no database behind either.
        AtomicReference<AutoCloseable> running = new AtomicReference<>(() -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running.get()), "close"));
        Application application;
        try {
            application = Application.open(config, Clock.systemUTC(), running::set);
            running.set(application);
        } catch (FolderInUse e) {
            return refused("serve.in-use", e.getMessage());
        } catch (DataFolder.Unusable e) {
            return refused("command.folder", e.getMessage(), e.getCause());
        } catch (DataFolder.PasswordLost e) {
            return refused("command.password", e.getMessage());
        } catch (PostgresFailed e) {
            return refused(DatabaseFlags.key(e.reason()), e.log(), e.getMessage());
        } catch (WebServer.PortTaken e) {
            return refused("serve.port", e.getMessage());
        } catch (Application.RealData e) {
            return refused("serve.real-data");
        } catch (Application.DemoData e) {
            return refused("serve.demo-data");
        } catch (Unreachable e) {
            return refused("command.unreachable", e.getMessage());
        } catch (OldSchema e) {
            String where = config.database()
                    .map(Endpoint::toString)
                    .orElseGet(() -> config.data().toString());
            return refused("command.old-schema", where);
        }
        if (Boolean.getBoolean("exit.with.parent")) {
            ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(() -> System.exit(0)));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        greet(System.out, application, took);
        new CountDownLatch(1).await();
        return 0;
    }

    /** What fails while the server is being stopped fails for that reason, and nobody has to be told another. */
    private int refused(String key, @Nullable Object... what) {
        if (!stopping) {
            System.err.println(words.getString(key).formatted(what));
        }
        return 1;
    }

    private void stop(AutoCloseable running) {
        stopping = true;
        try {
            running.close();
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    private void greet(PrintStream out, Application application, Duration took) {
        out.println(words.getString("serve.open").formatted(application.url(), took.toMillis() / 1000.0));
        out.println(words.getString("serve.data").formatted(application.where(), application.managementUrl()));
        out.println(
                application.config().demo()
                        ? words.getString("serve.demo").formatted(application.demoSignIns())
                        : words.getString("serve.real"));
        out.flush();
    }
}
