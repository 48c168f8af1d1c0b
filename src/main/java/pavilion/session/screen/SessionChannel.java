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
import pavilion.session.SessionStore;
import pavilion.text.Messages;
import pavilion.web.Communities;
import pavilion.web.WebContext;

/**
 * What a room hears: the partials of its pages, rendered once a language. The phones and the console have their own
 * parts, and so has the wall, whose code changes even when nothing else does.
 */
public final class SessionChannel implements ChannelSource {
    // The last word of a template's name is the id of the element that it renders.
    private static final Map<String, List<String>> PARTS = Map.of(
            "session",
                    List.of(
                            "session/head",
                            "session/agenda",
                            "session/motion",
                            "motion/amendments",
                            "session/floor",
                            "session/presence",
                            "poll/poll"),
            "console",
                    List.of(
                            "session/head",
                            "session/agenda",
                            "session/motion",
                            "motion/desk",
                            "session/queue",
                            "session/presence",
                            "poll/poll"),
            "wall", List.of("session/wall-top", "session/wall-main", "session/wall-base"));

    private final Database db;
    private final SessionReader reader;
    private final Projector wall;
    private final WebContext webContext;
    private final String kind;

    public SessionChannel(Database db, SessionReader reader, Projector wall, WebContext webContext, String kind) {
        this.db = db;
        this.reader = reader;
        this.wall = wall;
        this.webContext = webContext;
        this.kind = kind;
    }

    @Override
    public boolean mayEnter(@Nullable CurrentUser user, ChannelKey channel, String screenKey) {
        int community = channel.community();
        long id = channel.id();
        if (kind.equals("wall") && Tokens.same(screenKey, wall.screenKey(community, id))) {
            return true;
        }
        return user != null
                && SessionStore.find(db.plain(), community, id)
                        .filter(session -> kind.equals("session")
                                ? user.belongs(community, session.placePath())
                                : ConsolePages.moderates(user, session))
                        .isPresent();
    }

    @Override
    public RenderedParts render(ChannelKey channel) {
        int community = channel.community();
        SessionView view = reader.read(db.plain(), community, channel.id());
        Communities.Community here = webContext.communities().byId(community);
        String at = "/c/" + (here == null ? community : here.code());
        Map<String, Map<String, String>> html = new HashMap<>();
        for (String lang : Messages.LANGUAGES) {
            Map<String, Object> shared = Map.of("lang", lang, "at", at);
            Map<String, Object> model = kind.equals("wall") ? wall.model(view, at, lang) : view.model();
            Map<String, String> parts = new LinkedHashMap<>();
            for (String part : PARTS.get(kind)) {
                parts.put(
                        part.substring(part.indexOf('/') + 1),
                        webContext.templates().render(part, lang, shared, model));
            }
            html.put(lang, parts);
        }
        return new RenderedParts(kind.equals("wall") ? wall.version(view) : view.version(), view.me(), html);
    }
}
