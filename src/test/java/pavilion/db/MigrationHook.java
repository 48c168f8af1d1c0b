package pavilion.db;

import java.sql.Connection;
import java.util.function.Consumer;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Does something within the transaction of one migration, after its last statement and before it is committed. */
record MigrationHook(String migration, Consumer<Connection> act) implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (context.getMigrationInfo().getScript().startsWith(migration + "__")) {
            act.accept(context.getConnection());
        }
    }

    @Override
    public String getCallbackName() {
        return "hook";
    }
}
