package pavilion.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.matter.Matters;
import pavilion.poll.Polling;
import pavilion.web.Communities;
import pavilion.web.Fragments;
import pavilion.web.LiveSource;
import pavilion.web.Messages;
import pavilion.web.Secrets;
import pavilion.web.Templates;
import pavilion.web.Viewer;

/** What the room hears: the partials of its pages, rendered once a language. Two kinds: the phones, and the wall. */
final class SessionRoom implements LiveSource {
    private static final List<String> PHONE = List.of("head", "agenda", "motion", "presence");
    private static final List<String> WALL = List.of("wall-top", "wall-main", "wall-base");

    private final Database db;
    private final Matters matters;
    private final Polling polling;
    private final Templates templates;
    private final Communities communities;
    private final Secrets secrets;
    private final boolean wall;

    SessionRoom(
            Database db,
            Matters matters,
            Polling polling,
            Templates templates,
            Communities communities,
            Secrets secrets,
            boolean wall) {
        this.db = db;
        this.matters = matters;
        this.polling = polling;
        this.templates = templates;
        this.communities = communities;
        this.secrets = secrets;
        this.wall = wall;
    }

    static String screenKey(Secrets secrets, int community, long id) {
        return secrets.mark("screen", community + "/" + id);
    }

    @Override
    public boolean mayEnter(@Nullable Viewer viewer, int community, long id, String key) {
        if (Secrets.same(key, screenKey(secrets, community, id))) {
            return true;
        }
        return viewer != null
                && SessionStore.find(db.plain(), community, id)
                        .filter(session -> viewer.belongs(community, session.placePath()))
                        .isPresent();
    }

    @Override
    public Fragments render(int community, long id) {
        SessionView view = SessionView.read(db.plain(), polling, matters, community, id);
        Communities.Community here = communities.byId(community);
        Map<String, Map<String, String>> html = new HashMap<>();
        for (String lang : Messages.LANGUAGES) {
            Map<String, Object> shared = new HashMap<>();
            shared.put("lang", lang);
            shared.put("at", "/c/" + (here == null ? community : here.code()));
            Map<String, String> parts = new LinkedHashMap<>();
            for (String part : wall ? WALL : PHONE) {
                parts.put(part, templates.render("session/" + part, lang, shared, view.model()));
            }
            if (!wall) {
                parts.put("poll", templates.render("poll/panel", lang, shared, view.model()));
            }
            html.put(lang, parts);
        }
        return new Fragments(view.version(), view.me(), html);
    }
}
