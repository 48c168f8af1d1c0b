package pavilion.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pavilion.bench.Town.Question;

/** Sockets in one meeting's room while households vote a hundred a second: from the answer to the news of it. */
final class RoomRun {
    private static final Pattern CAST = Pattern.compile("data-cast=[\\\\]?\"([0-9]+)");
    private static final long PACE_MILLIS = 10;

    /** @param need whoever hears of this many ballots, has heard of this one */
    private record Ack(long at, int need) {}

    private final Ground ground;
    private final Town town;
    private final Crowd crowd;
    private final Plan plan;
    private final List<Ack> acks = new ArrayList<>();
    private int sent;

    RoomRun(Ground ground, Town town, Crowd crowd, Plan plan) {
        this.ground = ground;
        this.town = town;
        this.crowd = crowd;
        this.plan = plan;
    }

    static int cast(String frame) {
        Matcher matcher = CAST.matcher(frame);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    List<Figure> run(Question question, List<String> tokens) throws InterruptedException {
        List<String> cookies = tokens.stream().map(Town::cookie).toList();
        Watchers watchers = new Watchers(crowd.vertx(), plan.sockets(), RoomRun::cast);
        String uri = "/live?room=session/" + town.home.id() + "/" + question.session() + "&v=0&lang=zh";
        watchers.sit(ground.port(), uri, cookies, plan.sockets());
        Thread.sleep(1_000);
        int voters = Math.min(plan.roomVoters(), town.households.size());
        Round round = vote(town.forms(question, tokens, true).subList(0, voters));
        Thread.sleep(2_000);
        Latencies latencies = new Latencies();
        long missed = 0;
        for (Watchers.Watcher watcher : watchers.all) {
            for (Ack ack : acks) {
                long heard = watcher.heard(ack.need());
                if (heard < 0) {
                    missed++;
                } else {
                    latencies.add(Math.max(0, heard - ack.at()));
                }
            }
        }
        watchers.leave();
        Latencies bare = BareRoom.measure(crowd, plan.sockets(), watchers.frameBytes());
        double delivered = 100.0 * latencies.size() / Math.max(1, latencies.size() + missed);
        JsonObject raw = latencies
                .toJson()
                .put("sockets", watchers.all.size())
                .put("voters", voters)
                .put("acknowledged", acks.size())
                .put("frames", watchers.frames())
                .put("frame_characters", watchers.frameBytes())
                .put("ballots", round.toJson())
                .put("bare", bare.toJson());
        return List.of(
                Figure.told("room.p50", "ms", latencies.millis(0.5)).beside(bare.millis(0.5)),
                Figure.most("room.p99", "", "ms", latencies.millis(0.99), 300, raw)
                        .beside(bare.millis(0.99)),
                Figure.exactly("room.delivered", "%", delivered, 100, raw));
    }

    private Round vote(List<Buffer> forms) throws InterruptedException {
        List<Wire> idle = new ArrayList<>(crowd.wires(ground.port(), plan.connections()));
        Round round = new Round();
        CountDownLatch left = new CountDownLatch(forms.size());
        long began = System.nanoTime();
        for (Buffer form : forms) {
            crowd.vertx().runOnContext(v -> cast(form, idle, round, left));
            Thread.sleep(PACE_MILLIS);
        }
        if (!left.await(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("room");
        }
        round.nanos = System.nanoTime() - began;
        idle.forEach(Wire::close);
        return round;
    }

    // On the crowd's event loop. Whatever was sent by the time of an answer is the most a count without it can tell.
    private void cast(Buffer form, List<Wire> idle, Round round, CountDownLatch left) {
        if (idle.isEmpty()) {
            crowd.vertx().setTimer(1, t -> cast(form, idle, round, left));
            return;
        }
        Wire wire = idle.removeFirst();
        long at = System.nanoTime();
        sent++;
        wire.send(form).onComplete(answer -> {
            long now = System.nanoTime();
            round.statuses.merge(answer.succeeded() ? answer.result() : 0, 1, Integer::sum);
            round.latencies.add(now - at);
            if (answer.succeeded() && answer.result() < 400) {
                acks.add(new Ack(now, sent));
            }
            idle.addLast(wire);
            left.countDown();
        });
    }
}
