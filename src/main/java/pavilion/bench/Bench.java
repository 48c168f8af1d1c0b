package pavilion.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pavilion.bench.BenchCommunity.OpenPoll;
import pavilion.rehearse.LoadClient;

/** The whole measurement, in order. */
public final class Bench {
    private final BenchPlan plan;
    private final Consumer<String> tell;
    private final List<Figure> figures = new ArrayList<>();
    private JsonObject machine = Machine.describe("");

    /** @param tell gets the name of each part before it begins */
    public Bench(BenchPlan plan, Consumer<String> tell) {
        this.plan = plan;
        this.tell = tell;
    }

    public void starts(StartRun run) throws IOException, InterruptedException {
        tell.accept("start");
        figures.addAll(run.run());
    }

    public void sessions(SessionRun run) throws IOException, InterruptedException {
        tell.accept("hall");
        figures.addAll(run.run());
    }

    public void sockets(SocketRun run) throws IOException, InterruptedException {
        tell.accept("sockets");
        figures.addAll(run.run());
    }

    public void counts(CountRun run) throws IOException, InterruptedException {
        tell.accept("counts");
        figures.addAll(run.run());
    }

    public void server(BenchTarget target) throws InterruptedException {
        var tx = target.database().plain();
        machine = Machine.describe(BenchStore.version(tx)).put("durability", BenchStore.durability(tx));
        try (LoadClient load = new LoadClient()) {
            tell.accept("town");
            BenchCommunity community = new BenchCommunity(target, plan.voters());
            tell.accept("ballots");
            figures.addAll(new BallotRun(target, community, load, plan).run());
            List<String> tokens = community.signIns();
            OpenPoll poll = community.open("yard.consult", "room", true);
            tell.accept("pages");
            figures.addAll(new PageRun(target, community, load, plan, tokens.getFirst()).run(poll));
        }
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public boolean ok() {
        return figures.stream().allMatch(Figure::ok);
    }

    public JsonObject machine() {
        return machine;
    }

    public JsonObject toJson(@Nullable String at) {
        JsonArray all = new JsonArray();
        figures.forEach(figure -> all.add(figure.toJson()));
        return new JsonObject()
                .put("measured", at)
                .put("machine", machine)
                .put("voters", plan.voters())
                .put("connections", plan.connections())
                .put("load", "same machine, one event loop of its own; meetings and sockets: another process")
                .put("figures", all);
    }
}
