package pavilion.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.rules.Refusal;

/**
 * Turns the route listing into a router: recognise, check the role and the rate, only then read the body, check its form token,
 * run, answer. A stranger's body is refused before a byte of it is kept.
 */
public final class Routes {
    private static final String RECEIVED = "received";
    /** Set once the form of a request was read: a refusal then keeps what was typed. */
    private static final String ENTERED = "entered";

    private final Vertx vertx;
    private final WebContext webContext;
    private final ErrorPages problems;
    private final RateLimits limits;
    private final ConnectionLimits times;
    private final String uploads;
    private final LargeBodies largeBodies = new LargeBodies();
    private RefusedForms refusedForms;
    private final Executor virtual = task -> Thread.ofVirtual().start(task);

    /** @param times how long a body may take */
    public Routes(
            Vertx vertx,
            WebContext webContext,
            ErrorPages problems,
            RateLimits limits,
            ConnectionLimits times,
            String uploads) {
        this.vertx = vertx;
        this.webContext = webContext;
        this.problems = problems;
        this.limits = limits;
        this.times = times;
        this.uploads = uploads;
        this.refusedForms = new RefusedForms(problems, List.of());
    }

    public Router router(List<Route> routes) {
        Router router = Router.router(vertx);
        // Vert.x tries routes in order, so the ballot route comes first.
        List<Route> order = routes.stream()
                .sorted(Comparator.comparing(route -> route.hot() == null))
                .toList();
        refusedForms = new RefusedForms(problems, order);
        for (Route route : order) {
            var handlers = router.route(route.method(), route.path());
            if (route.method() == HttpMethod.GET) {
                handlers.method(HttpMethod.HEAD);
            }
            handlers.handler(context -> admit(context, route));
            if (route.method() == HttpMethod.POST) {
                // Vert.x wants a body handler first. Handed in as any other handler it may stand behind the
                // checks, which pause the request where they have to wait.
                handlers.handler(reader(route)::handle);
            }
            handlers.handler(context -> enter(context, route))
                    .failureHandler(context -> fail(context, context.failure()));
        }
        router.errorHandler(404, context -> fail(context, HttpError.notFound()));
        router.errorHandler(405, context -> fail(context, HttpError.notFound()));
        // A query that is wrongly encoded comes without a cause.
        router.errorHandler(
                400, context -> fail(context, context.failure() == null ? HttpError.notFound() : context.failure()));
        router.errorHandler(500, context -> fail(context, context.failure()));
        return router;
    }

    private Handler<RoutingContext> reader(Route route) {
        return route.hot() != null
                ? new FastFormReader(route.bodyLimit())
                : (route.files() ? BodyHandler.create(uploads) : BodyHandler.create(false))
                        .setBodyLimit(route.bodyLimit())
                        .setDeleteUploadedFilesOnEnd(true);
    }

    private void admit(RoutingContext context, Route route) {
        HttpServerRequest body = context.request();
        String token = webContext.token(body);
        Future<@Nullable CurrentUser> user = webContext.users().of(token);
        // Whoever is in the cache is known at once, and the body need not wait.
        if (!user.isComplete()) {
            body.pause();
        }
        user.onComplete(done -> {
            try {
                if (done.failed()) {
                    fail(context, done.cause());
                    return;
                }
                Request request = request(context, done.result(), token);
                context.put("request", request);
                context.put(Request.ROUTE, route);
                route.access().check(done.result(), request.communityOrNull());
                if (route.method() == HttpMethod.POST) {
                    limits.check(request);
                    receive(context, route, request);
                }
            } catch (RuntimeException refused) {
                fail(context, refused);
                return;
            }
            context.next();
        });
    }

    private void receive(RoutingContext context, Route route, Request request) {
        HttpServerRequest body = context.request();
        if (LargeBodies.announced(body) > route.bodyLimit() && LargeBodies.announced(body) != Long.MAX_VALUE) {
            throw HttpError.because(413, Refusal.of("web.stop.too-large"));
        }
        Runnable received = largeBodies.receive(request, route, body);
        context.put(RECEIVED, received);
        context.addEndHandler(done -> received.run());
        OpenConnection connection = OpenConnection.of(context);
        if (connection != null) {
            connection.expect(
                    route.files() ? times.upload() : times.form(),
                    () -> fail(context, HttpError.because(408, Refusal.of("web.stop.too-slow"))));
        }
    }

    private void enter(RoutingContext context, Route route) {
        Request request = context.get("request");
        Runnable received = context.remove(RECEIVED);
        if (received != null) {
            received.run();
            OpenConnection connection = OpenConnection.of(context);
            if (connection != null) {
                connection.expect(times.answer(), context.request().connection()::close);
            }
        }
        Future<Response> answer;
        try {
            if (route.form()) {
                context.put(ENTERED, true);
                checkForm(request);
            }
            answer = route.hot() != null
                    ? route.hot().apply(request)
                    : onVirtualThread(() -> route.page().apply(request));
        } catch (RuntimeException refused) {
            fail(context, refused);
            return;
        }
        answer.onComplete(done -> {
            if (done.failed()) {
                fail(context, done.cause());
            } else if (again(context, request, done.result())) {
                onVirtualThread(() -> refusedForms.keep(request, done.result()))
                        .onComplete(kept -> send(context, kept.succeeded() ? kept.result() : done.result()));
            } else {
                send(context, done.result());
            }
        });
    }

    /** Whether a page shows its own form again, because of what was typed or of what is already so. */
    private static boolean again(RoutingContext context, Request request, Response answer) {
        return context.get(ENTERED) != null
                && (answer.status == 409 || answer.status == 422)
                && answer.isPage()
                && !request.wantsFragment();
    }

    private Request request(RoutingContext context, @Nullable CurrentUser viewer, @Nullable String token) {
        String bound = viewer != null && token != null ? token : guest(context);
        return Request.of(context, webContext, viewer, look(context), webContext.csrf(bound));
    }

    private static DisplayPreferences look(RoutingContext context) {
        var cookie = context.request().getCookie(DisplayPreferences.COOKIE);
        return DisplayPreferences.of(
                cookie == null ? null : cookie.getValue(), context.request().getHeader("Accept-Language"));
    }

    private String guest(RoutingContext context) {
        var cookie = context.request().getCookie(WebContext.GUEST);
        if (cookie != null && cookie.getValue().length() >= 32) {
            return cookie.getValue();
        }
        String fresh = Tokens.token();
        context.put(WebContext.GUEST, fresh);
        return fresh;
    }

    private static void checkForm(Request request) {
        if (!request.form().carries(request.csrf())) {
            throw HttpError.forbidden("web.stop.stale-form");
        }
    }

    private Future<Response> onVirtualThread(Supplier<Response> page) {
        Context loop = vertx.getOrCreateContext();
        Promise<Response> promise = Promise.promise();
        virtual.execute(() -> {
            try {
                Response answer = page.get();
                loop.runOnContext(v -> promise.complete(answer));
            } catch (Throwable e) {
                loop.runOnContext(v -> promise.fail(e));
            }
        });
        return promise.future();
    }

    private void fail(RoutingContext context, @Nullable Throwable cause) {
        // Whoever went away while sending is told nothing, and it is no fault for the log.
        if (context.response().ended() || context.response().closed() || cause instanceof HttpClosedException) {
            return;
        }
        Request request = context.get("request");
        if (request == null) {
            try {
                request = request(context, null, null);
            } catch (HttpError unknownCommunity) {
                request = new Request(
                        context, webContext, null, look(context), webContext.csrf(guest(context)), null, null);
                cause = unknownCommunity;
            }
        }
        HttpError stop = problems.stop(cause, context.statusCode());
        if (context.get(ENTERED) == null || request.wantsFragment() || stop.status() == 401) {
            send(context, problems.answer(request, stop));
            return;
        }
        Request refused = request;
        onVirtualThread(() -> refusedForms.answer(refused, stop))
                .onComplete(done -> send(context, done.succeeded() ? done.result() : problems.answer(refused, stop)));
    }

    private void send(RoutingContext context, Response answer) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status);
        String fresh = context.get(WebContext.GUEST);
        if (fresh != null) {
            Request request = context.get("request");
            if (request != null) {
                response.addCookie(request.cookie(WebContext.GUEST, fresh, 86_400));
            }
        }
        answer.cookies.forEach(response::addCookie);
        response.headers().set("Cache-Control", "no-store");
        answer.headers.forEach((name, value) -> response.headers().set(name, value));
        UnreadBody.answer(context, answer.body, context.get(RECEIVED) != null, times.unread());
    }
}
