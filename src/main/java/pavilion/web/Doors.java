package pavilion.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Turns the route listing into a router: recognise, check the form token and the role, run, answer. */
public final class Doors {
    private final Vertx vertx;
    private final Front front;
    private final Problems problems;
    private final Limits limits;
    private final String uploads;
    private final Executor virtual = task -> Thread.ofVirtual().start(task);

    public Doors(Vertx vertx, Front front, Problems problems, Limits limits, String uploads) {
        this.vertx = vertx;
        this.front = front;
        this.problems = problems;
        this.limits = limits;
        this.uploads = uploads;
    }

    public Router router(List<Door> doors) {
        Router router = Router.router(vertx);
        // A router tries its routes in order: the ballots' door is the first.
        List<Door> order = doors.stream()
                .sorted(Comparator.comparing(door -> door.hot() == null))
                .toList();
        for (Door door : order) {
            var route = router.route(door.method(), door.path());
            if (door.method() == HttpMethod.GET) {
                route.method(HttpMethod.HEAD);
            }
            if (door.method() == HttpMethod.POST) {
                route.handler(
                        door.hot() != null
                                ? new PlainForm(door.bodyLimit())
                                : (door.files() ? BodyHandler.create(uploads) : BodyHandler.create(false))
                                        .setBodyLimit(door.bodyLimit())
                                        .setDeleteUploadedFilesOnEnd(true));
            }
            route.handler(context -> enter(context, door)).failureHandler(context -> fail(context, context.failure()));
        }
        router.errorHandler(404, context -> fail(context, Stop.notFound()));
        router.errorHandler(405, context -> fail(context, Stop.notFound()));
        router.errorHandler(400, context -> fail(context, context.failure()));
        router.errorHandler(500, context -> fail(context, context.failure()));
        return router;
    }

    private void enter(RoutingContext context, Door door) {
        String token = front.token(context.request());
        front.viewers()
                .of(token)
                .compose(viewer -> {
                    Visit visit = visit(context, viewer, token);
                    context.put("visit", visit);
                    door.access().check(viewer, visit.hereOrNull());
                    if (door.method() == HttpMethod.POST) {
                        limits.check(visit);
                    }
                    if (door.form()) {
                        checkForm(visit);
                    }
                    return door.hot() != null ? door.hot().apply(visit) : onVirtualThread(visit, door);
                })
                .onComplete(done -> {
                    if (done.succeeded()) {
                        send(context, done.result());
                    } else {
                        fail(context, done.cause());
                    }
                });
    }

    private Visit visit(RoutingContext context, @Nullable Viewer viewer, @Nullable String token) {
        String bound = viewer != null && token != null ? token : guest(context);
        return Visit.of(context, front, viewer, look(context), front.csrf(bound));
    }

    private static Look look(RoutingContext context) {
        var cookie = context.request().getCookie(Look.COOKIE);
        return Look.of(
                cookie == null ? null : cookie.getValue(), context.request().getHeader("Accept-Language"));
    }

    private String guest(RoutingContext context) {
        var cookie = context.request().getCookie(Front.GUEST);
        if (cookie != null && cookie.getValue().length() >= 32) {
            return cookie.getValue();
        }
        String fresh = Secrets.token();
        context.put(Front.GUEST, fresh);
        return fresh;
    }

    private static void checkForm(Visit visit) {
        if (!Secrets.same(visit.csrf(), visit.form().text("csrf"))) {
            throw Stop.forbidden("web.stop.stale-form");
        }
    }

    private Future<Answer> onVirtualThread(Visit visit, Door door) {
        Context loop = vertx.getOrCreateContext();
        Promise<Answer> promise = Promise.promise();
        virtual.execute(() -> {
            try {
                Answer answer = door.page().apply(visit);
                loop.runOnContext(v -> promise.complete(answer));
            } catch (Throwable e) {
                loop.runOnContext(v -> promise.fail(e));
            }
        });
        return promise.future();
    }

    private void fail(RoutingContext context, @Nullable Throwable cause) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        Visit visit = context.get("visit");
        if (visit == null) {
            try {
                visit = visit(context, null, null);
            } catch (Stop unknownCommunity) {
                visit = new Visit(context, front, null, look(context), front.csrf(guest(context)), null);
                cause = unknownCommunity;
            }
        }
        send(context, problems.answer(visit, cause, context.statusCode()));
    }

    private void send(RoutingContext context, Answer answer) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status);
        String fresh = context.get(Front.GUEST);
        if (fresh != null) {
            Visit visit = context.get("visit");
            if (visit != null) {
                response.addCookie(visit.cookie(Front.GUEST, fresh, 86_400));
            }
        }
        answer.cookies.forEach(response::addCookie);
        response.headers().set("Cache-Control", "no-store");
        answer.headers.forEach((name, value) -> response.headers().set(name, value));
        response.end(answer.body);
    }
}
