package pavilion.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
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

    @Override
    public Integer call() throws InterruptedException {
        Config config = flags.config();
        ResourceBundle words = ResourceBundle.getBundle("messages.commands");
        long began = System.nanoTime();
        // A start that is interrupted leaves no database behind either.
        AtomicReference<AutoCloseable> running = new AtomicReference<>(() -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running.get()), "close"));
        Application application;
        try {
            application = Application.open(config, Clock.systemUTC(), running::set);
            running.set(application);
        } catch (FolderInUse e) {
            System.err.println(words.getString("serve.in-use").formatted(e.getMessage()));
            return 1;
        } catch (DataFolder.Unusable e) {
            System.err.println(words.getString("command.folder").formatted(e.getMessage(), e.getCause()));
            return 1;
        } catch (DataFolder.PasswordLost e) {
            System.err.println(words.getString("command.password").formatted(e.getMessage()));
            return 1;
        } catch (PostgresFailed e) {
            System.err.println(words.getString("command.postgres").formatted(e.log(), e.getMessage()));
            return 1;
        } catch (WebServer.PortTaken e) {
            System.err.println(words.getString("serve.port").formatted(e.getMessage()));
            return 1;
        } catch (Application.RealData e) {
            System.err.println(words.getString("serve.real-data"));
            return 1;
        } catch (Application.DemoData e) {
            System.err.println(words.getString("serve.demo-data"));
            return 1;
        } catch (Unreachable e) {
            System.err.println(words.getString("command.unreachable").formatted(e.getMessage()));
            return 1;
        } catch (OldSchema e) {
            String where = config.database()
                    .map(Endpoint::toString)
                    .orElseGet(() -> config.data().toString());
            System.err.println(words.getString("command.old-schema").formatted(where));
            return 1;
        }
        if (Boolean.getBoolean("exit.with.parent")) {
            ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(() -> System.exit(0)));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        greet(System.out, words, application, took);
        new CountDownLatch(1).await();
        return 0;
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            System.err.println(e);
        }
    }

    private static void greet(PrintStream out, ResourceBundle words, Application application, Duration took) {
        out.println(words.getString("serve.open").formatted(application.url(), took.toMillis() / 1000.0));
        out.println(words.getString("serve.data").formatted(application.where(), application.managementUrl()));
        out.println(
                application.config().demo()
                        ? words.getString("serve.demo").formatted(application.demoSignIns())
                        : words.getString("serve.real"));
        out.flush();
    }
}
