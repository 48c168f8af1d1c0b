package pavilion.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.identity.CurrentUser;
import pavilion.rules.Refusal;
import pavilion.rules.Sha256;
import pavilion.text.Phrases;
import pavilion.web.Communities.Community;

/** One request: who asks, where, with what; and the ways to answer. */
public final class Request {
    static final String ROUTE = "route";
    private final RoutingContext context;
    private final WebContext webContext;
    private final @Nullable CurrentUser user;
    private final @Nullable Community community;
    private final DisplayPreferences preferences;
    private final String csrf;
    private final @Nullable PageAddress shown;
    private @Nullable FormData form;

    Request(
            RoutingContext context,
            WebContext webContext,
            @Nullable CurrentUser user,
            DisplayPreferences preferences,
            String csrf,
            @Nullable Community community,
            @Nullable PageAddress shown) {
        this.context = context;
        this.webContext = webContext;
        this.user = user;
        this.preferences = preferences;
        this.csrf = csrf;
        this.community = community;
        this.shown = shown;
    }

    /** @throws HttpError where the path names a community that is not there */
    static Request of(
            RoutingContext context,
            WebContext webContext,
            @Nullable CurrentUser user,
            DisplayPreferences preferences,
            String csrf) {
        Community community = community(webContext, context.pathParam("c"));
        return new Request(context, webContext, user, preferences, csrf, community, null);
    }

    private static @Nullable Community community(WebContext webContext, @Nullable String code) {
        Community community = code == null ? null : webContext.communities().byCode(code);
        if (code != null && community == null) {
            throw HttpError.notFound();
        }
        return community;
    }

    /**
     * The same person, asking for another page: the one on which a form stood.
     *
     * @throws HttpError where its path names a community that is not there
     */
    Request on(PageAddress page) {
        Community there = community(webContext, page.parts().get("c"));
        return new Request(context, webContext, user, preferences, csrf, there, page);
    }

    public @Nullable CurrentUser userOrNull() {
        return user;
    }

    /** @throws HttpError 401 with the way to sign in */
    public CurrentUser user() {
        if (user == null) {
            throw HttpError.signIn();
        }
        return user;
    }

    /** The community of the path. */
    public Community community() {
        if (community == null) {
            throw HttpError.notFound();
        }
        return community;
    }

    public @Nullable Community communityOrNull() {
        return community;
    }

    public DisplayPreferences preferences() {
        return preferences;
    }

    public String lang() {
        return preferences.lang();
    }

    public String csrf() {
        return csrf;
    }

    public WebContext webContext() {
        return webContext;
    }

    /** A part of the path; one that no database takes is a page that does not exist. */
    public String path(String name) {
        String text = part(name);
        if (text != null && !FormData.clean(text).equals(text)) {
            throw HttpError.notFound();
        }
        return text;
    }

    /** A number in the path; anything else is a page that does not exist. */
    public long id(String name) {
        String text = part(name);
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw HttpError.notFound();
        }
        return Long.parseLong(text);
    }

    private @Nullable String part(String name) {
        return shown == null ? context.pathParam(name) : shown.parts().get(name);
    }

    private MultiMap queryParams() {
        return shown == null ? context.queryParams() : shown.query();
    }

    /** A value of the query, empty when absent. */
    public String query(String name) {
        String value = queryParams().get(name);
        return value == null ? "" : FormData.clean(value);
    }

    /** The query read as a form, for pages that are asked again with other figures. */
    public FormData asked() {
        return new FormData(queryParams(), null);
    }

    public FormData form() {
        if (form == null) {
            MultiMap read = context.get(FastFormReader.READ);
            Route route = context.get(ROUTE);
            form = new FormData(read == null ? context.request().formAttributes() : read, route.fields());
        }
        return form;
    }

    /** What was posted, as text. */
    public String body() {
        String body = context.body().asString();
        return body == null ? "" : body;
    }

    public List<FileUpload> uploads() {
        return context.fileUploads();
    }

    /** Asked for by the page's own script: a part of the page answers instead of a redirect. */
    public boolean wantsFragment() {
        return "1".equals(context.request().getHeader("X-Fragment"));
    }

    public String address() {
        return webContext.address(context.request());
    }

    public MultiMap headers() {
        return context.request().headers();
    }

    public Response page(String template, @Nullable Object model) {
        return page(200, template, model);
    }

    public Response page(int status, String template, @Nullable Object model) {
        return Response.html(status, text(template, model));
    }

    /** As {@link #page} would answer it. */
    public String text(String template, @Nullable Object model) {
        return webContext.templates().render(template, preferences.lang(), shared(), model);
    }

    /** The page's own problem: the same page again, what was typed still in it. */
    public Response again(String template, Object model) {
        return page(422, template, model);
    }

    /** Sentences in the language of the page. */
    public Phrases phrases() {
        return new Phrases(webContext.messages(), preferences.lang());
    }

    public String say(Refusal refusal) {
        return webContext.messages().say(preferences.lang(), refusal);
    }

    /** What every page may name, whatever its own model is. */
    public Map<String, Object> shared() {
        Map<String, Object> shared = new HashMap<>(webContext.shared());
        shared.put("lang", preferences.lang());
        shared.put("size", preferences.size());
        shared.put("scheme", preferences.scheme());
        shared.put("csrf", csrf);
        String path = page();
        shared.put("path", path);
        shared.put("pathEncoded", URLEncoder.encode(path, StandardCharsets.UTF_8));
        Community home = community != null
                ? community
                : user == null ? null : webContext.communities().byId(user.community());
        if (home != null) {
            shared.put("community", home);
            shared.put("place", home.name());
            shared.put("at", "/c/" + home.code());
        }
        if (user != null) {
            shared.put("viewer", user);
            shared.put("roles", RoleFlags.of(user, home));
        }
        return shared;
    }

    /** Where this page can be asked for again: a form's own address mostly only takes the form, the page it stood on is before it. */
    private String page() {
        if (shown != null) {
            return shown.uri();
        }
        String before = context.request().method() == HttpMethod.POST ? PageAddress.referer(headers()) : "";
        return before.isEmpty() ? context.request().uri() : before;
    }

    /** The path of the request itself, as it was sent. */
    String sentTo() {
        return context.request().path();
    }

    Cookie cookie(String name, String value, long seconds) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(webContext.https())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(seconds);
    }

    /** What tells this browser from others before sign-in; it keeps it for a day, also after. Empty if it has none. */
    public String guest() {
        String fresh = context.get(WebContext.GUEST);
        return fresh != null ? fresh : cookie(WebContext.GUEST);
    }

    /** What the browser sent of a cookie; empty without one. */
    public String cookie(String name) {
        Cookie cookie = context.request().getCookie(name);
        return cookie == null ? "" : cookie.getValue();
    }

    /** Gives the browser a cookie that no script reads. */
    public Response withCookie(Response answer, String name, String value, long seconds) {
        return answer.cookie(cookie(name, value, seconds));
    }

    /** Signs this browser in with a token, or out when the token is empty. */
    public Response withToken(Response answer, String token, long seconds) {
        return answer.cookie(cookie(WebContext.TOKEN, token, token.isEmpty() ? 0 : seconds));
    }

    public Response withLook(Response answer, DisplayPreferences chosen) {
        return answer.cookie(cookie(DisplayPreferences.COOKIE, chosen.cookie(), 31_536_000));
    }

    /** hex sha-256 of this browser's token, empty when it has none */
    public String tokenHash() {
        String token = webContext.token(context.request());
        return token == null ? "" : Sha256.of(token);
    }
}
