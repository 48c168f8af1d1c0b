package pavilion.session.screen;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.CurrentUser;
import pavilion.identity.Tokens;
import pavilion.live.ChannelKey;
import pavilion.live.ChannelSource;
import pavilion.live.RenderedParts;
import pavilion.session.SessionAccess;
import pavilion.session.SessionScreen;
import pavilion.session.SessionStore;
import pavilion.text.Messages;
import pavilion.web.Communities;
import pavilion.web.WebContext;

/**
 * What is sent to one of the pages of a session: the partials of the page itself, rendered once for each language. The
 * projector's code changes even when nothing else does.
 */
final class SessionChannel implements ChannelSource {
    private final Database db;
    private final SessionReader reader;
    private final Projector projector;
    private final WebContext webContext;
    private final SessionScreen screen;

    SessionChannel(
            Database db, SessionReader reader, Projector projector, WebContext webContext, SessionScreen screen) {
        this.db = db;
        this.reader = reader;
        this.projector = projector;
        this.webContext = webContext;
        this.screen = screen;
    }

    // The last word of a template's name is the id of the element that it renders.
    private static List<String> parts(SessionScreen screen) {
        return switch (screen) {
            case PHONE ->
                List.of(
                        "session/head",
                        "session/agenda",
                        "session/motion",
                        "motion/amendments",
                        "session/floor",
                        "session/presence",
                        "poll/poll");
            case CONSOLE ->
                List.of(
                        "session/head",
                        "session/agenda",
                        "session/motion",
                        "motion/desk",
                        "session/queue",
                        "session/presence",
                        "poll/poll");
            case PROJECTOR -> List.of("session/wall-top", "session/wall-main", "session/wall-base");
        };
    }

    @Override
    public boolean mayEnter(@Nullable CurrentUser user, ChannelKey channel, String screenKey) {
        int community = channel.community();
        long id = channel.id();
        if (screen == SessionScreen.PROJECTOR && Tokens.same(screenKey, projector.key(community, id))) {
            return true;
        }
        return user != null
                && SessionStore.find(db.plain(), community, id)
                        .filter(session -> screen == SessionScreen.PHONE
                                ? user.belongs(community, session.place().path())
                                : SessionAccess.moderates(user, session))
                        .isPresent();
    }

    @Override
    public RenderedParts render(ChannelKey channel) {
        int community = channel.community();
        SessionView view = reader.read(db.plain(), community, channel.id());
        Communities.Community here = webContext.communities().byId(community);
        String at = "/c/" + (here == null ? community : here.code());
        boolean projected = screen == SessionScreen.PROJECTOR;
        Map<String, Map<String, String>> html = new HashMap<>();
        for (String lang : Messages.LANGUAGES) {
            Map<String, Object> shared = Map.of("lang", lang, "at", at);
            Map<String, Object> model = projected ? projector.model(view, at, lang) : view.model();
            Map<String, String> rendered = new LinkedHashMap<>();
            for (String part : parts(screen)) {
                rendered.put(
                        part.substring(part.indexOf('/') + 1),
                        webContext.templates().render(part, lang, shared, model));
            }
            html.put(lang, rendered);
        }
        return new RenderedParts(projected ? projector.version(view) : view.version(), view.personalVersion(), html);
    }
}
