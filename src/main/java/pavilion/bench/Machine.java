package pavilion.bench;

import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;

/** The machine it was measured on: without it no figure means anything. */
final class Machine {
    private Machine() {}

    static JsonObject describe(String postgres) {
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                        ? os.getTotalMemorySize() >> 20
                        : 0;
        return new JsonObject()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("memory_mb", memory)
                .put("heap_mb", Runtime.getRuntime().maxMemory() >> 20)
                .put("os", property("os.name") + " " + property("os.version") + " " + property("os.arch"))
                .put("jdk", property("java.vendor") + " " + property("java.version"))
                .put("postgresql", postgres);
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }
}
