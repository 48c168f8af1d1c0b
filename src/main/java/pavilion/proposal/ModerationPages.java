package pavilion.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.matter.Matter;
import pavilion.matter.MatterListPages;
import pavilion.matter.MatterModule;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What was taken down, by which post and why, what its author said to that, and who answered. Open to all who read the matter. */
public final class ModerationPages {
    private static final Access DESK = Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION);
    private static final int MOST = 200;
    private final MatterModule room;

    public ModerationPages(MatterModule room) {
        this.room = room;
    }

    public List<Route> routes() {
        String base = "/c/:c/matters/:id/moderation";
        return List.of(
                Route.get("/c/:c/desk/moderation", DESK, this::desk),
                Route.get(base, Access.SIGNED_IN, this::log),
                Route.post(base + "/:remark/hide", Access.of(Role.COMMITTEE, Role.MODERATOR), this::hide),
                Route.post(base + "/:remark/appeal", Access.SIGNED_IN, this::appeal),
                Route.post(
                        base + "/:remark/answer",
                        Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION),
                        this::answer));
    }

    /** Where one of these posts is held, what was taken down there. */
    Response desk(Request request) {
        int community = request.here().id();
        String[] paths = request.me().grants().stream()
                .filter(g -> g.community() == community && DESK.roles().contains(g.role()))
                .map(RoleGrant::path)
                .toArray(String[]::new);
        Phrases phrases = request.phrases();
        List<RemarkStore.Down> all = room.remarks.down(room.db.plain(), community, paths, MOST);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (RemarkStore.Down down : all) {
            Map<String, Object> line = new HashMap<>();
            line.put("matter", down.matter());
            line.put("number", down.number());
            line.put("heading", down.title());
            line.put("remark", down.remark());
            line.put("stamp", down.at());
            line.put("post", phrases.post(down.post()));
            line.put("why", down.reason());
            line.put("appealed", down.appealed());
            line.put("restored", down.restored());
            lines.add(line);
        }
        long waiting = all.stream().filter(RemarkStore.Down::appealed).count();
        return request.page("matter/taken-down", Map.of("lines", lines, "waiting", waiting));
    }

    /** {@code ?hide=} or {@code ?appeal=} opens the form for that remark. */
    Response log(Request request) {
        var tx = room.db.plain();
        Matter matter = room.read(request, tx);
        Relation relation = room.relation(request, matter);
        Phrases phrases = request.phrases();
        long hide = MatterListPages.number(request.query("hide"));
        List<Map<String, Object>> entries = new ArrayList<>();
        Map<String, Object> model = new HashMap<>();
        for (RemarkStore.Remark remark : room.remarks.of(tx, matter)) {
            if (remark.hiddenAt() != null) {
                entries.add(entry(phrases, remark, relation, request.me().person()));
            } else if (remark.id() == hide && relation.moderates()) {
                model.put("hiding", Map.of("remark", remark.id(), "words", remark.text(), "by", remark.shown()));
            }
        }
        model.put("matter", matter);
        model.put("entries", entries);
        return request.page("matter/moderation", model);
    }

    private static Map<String, Object> entry(Phrases phrases, RemarkStore.Remark remark, Relation mine, long me) {
        Map<String, Object> entry = new HashMap<>();
        Long hider = remark.hiddenPerson();
        boolean answers = mine.moderates() || mine.supervision();
        entry.put("remark", remark.id());
        entry.put("post", phrases.post(String.valueOf(remark.hiddenBy())));
        entry.put("stamp", remark.hiddenAt());
        entry.put("why", remark.hiddenReason());
        entry.put("appeal", remark.appeal() == null ? "" : remark.appeal());
        entry.put("answer", remark.appealAnswer() == null ? "" : remark.appealAnswer());
        entry.put("answeredBy", remark.appealBy() == null ? "" : phrases.post(remark.appealBy()));
        entry.put("restored", remark.restoredAt() != null);
        entry.put("mayAppeal", remark.person() == me && remark.appeal() == null);
        entry.put(
                "mayAnswer",
                answers && remark.appeal() != null && remark.appealAnswer() == null && (hider == null || hider != me));
        return entry;
    }

    private static String reason(FormData form) {
        String reason = form.required("why", 500);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        return reason;
    }

    private Response back(Request request, Matter matter) {
        return Response.to(MatterModule.url(request, matter) + "/moderation");
    }

    Response hide(Request request) {
        Matter matter = room.read(request, room.db.plain());
        Actor by = room.post(request, matter, Role.MODERATOR, Role.COMMITTEE);
        String reason = reason(request.form());
        room.db.run(tx -> room.remarks.hide(tx, matter, request.id("remark"), by, reason));
        return back(request, matter);
    }

    Response appeal(Request request) {
        Matter matter = room.read(request, room.db.plain());
        String reason = reason(request.form());
        room.db.run(tx -> room.remarks.appeal(
                tx, matter, request.id("remark"), request.me().person(), reason));
        return back(request, matter);
    }

    Response answer(Request request) {
        Matter matter = room.read(request, room.db.plain());
        Actor by = room.post(request, matter, Role.SUPERVISION, Role.COMMITTEE, Role.MODERATOR);
        String reason = reason(request.form());
        boolean restore = request.form().text("decision").equals("restore");
        room.db.run(tx -> room.remarks.answer(tx, matter, request.id("remark"), by, reason, restore));
        return back(request, matter);
    }
}
