package pavilion.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Grant;
import pavilion.web.Role;
import pavilion.web.Visit;

/** What was taken down, by which post and why, what its author said to that, and who answered. Open to all who read the matter. */
final class ModerationPages {
    private static final Access DESK = Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION);
    private static final int MOST = 200;
    private final MatterRoom room;

    ModerationPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        String base = "/c/:c/matters/:id/moderation";
        return List.of(
                Door.get("/c/:c/desk/moderation", DESK, this::desk),
                Door.get(base, Access.SIGNED_IN, this::log),
                Door.post(base + "/:remark/hide", Access.of(Role.COMMITTEE, Role.MODERATOR), this::hide),
                Door.post(base + "/:remark/appeal", Access.SIGNED_IN, this::appeal),
                Door.post(
                        base + "/:remark/answer",
                        Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION),
                        this::answer));
    }

    /** Where one of these posts is held, what was taken down there. */
    Answer desk(Visit visit) {
        int community = visit.here().id();
        String[] paths = visit.me().grants().stream()
                .filter(g -> g.community() == community && DESK.roles().contains(g.role()))
                .map(Grant::path)
                .toArray(String[]::new);
        Speech speech = Speech.of(visit);
        List<RemarkStore.Down> all = room.remarks.down(room.db.plain(), community, paths, MOST);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (RemarkStore.Down down : all) {
            Map<String, Object> line = new HashMap<>();
            line.put("matter", down.matter());
            line.put("number", down.number());
            line.put("heading", down.title());
            line.put("remark", down.remark());
            line.put("stamp", down.at());
            line.put("post", speech.post(down.post()));
            line.put("why", down.reason());
            line.put("appealed", down.appealed());
            line.put("restored", down.restored());
            lines.add(line);
        }
        long waiting = all.stream().filter(RemarkStore.Down::appealed).count();
        return visit.page("matter/taken-down", Map.of("lines", lines, "waiting", waiting));
    }

    /** {@code ?hide=} or {@code ?appeal=} opens the form for that remark. */
    Answer log(Visit visit) {
        var tx = room.db.plain();
        Matter matter = room.read(visit, tx);
        Standing standing = room.standing(visit, matter);
        Speech speech = Speech.of(visit);
        long hide = ListPages.number(visit.query("hide"));
        List<Map<String, Object>> entries = new ArrayList<>();
        Map<String, Object> model = new HashMap<>();
        for (RemarkStore.Remark remark : room.remarks.of(tx, matter)) {
            if (remark.hiddenAt() != null) {
                entries.add(entry(speech, remark, standing, visit.me().person()));
            } else if (remark.id() == hide && standing.moderates()) {
                model.put("hiding", Map.of("remark", remark.id(), "words", remark.text(), "by", remark.shown()));
            }
        }
        model.put("matter", matter);
        model.put("entries", entries);
        return visit.page("matter/moderation", model);
    }

    private static Map<String, Object> entry(Speech speech, RemarkStore.Remark remark, Standing mine, long me) {
        Map<String, Object> entry = new HashMap<>();
        Long hider = remark.hiddenPerson();
        boolean answers = mine.moderates() || mine.supervision();
        entry.put("remark", remark.id());
        entry.put("post", speech.post(String.valueOf(remark.hiddenBy())));
        entry.put("stamp", remark.hiddenAt());
        entry.put("why", remark.hiddenReason());
        entry.put("appeal", remark.appeal() == null ? "" : remark.appeal());
        entry.put("answer", remark.appealAnswer() == null ? "" : remark.appealAnswer());
        entry.put("answeredBy", remark.appealBy() == null ? "" : speech.post(remark.appealBy()));
        entry.put("restored", remark.restoredAt() != null);
        entry.put("mayAppeal", remark.person() == me && remark.appeal() == null);
        entry.put(
                "mayAnswer",
                answers && remark.appeal() != null && remark.appealAnswer() == null && (hider == null || hider != me));
        return entry;
    }

    private static String reason(Form form) {
        String reason = form.required("why", 500);
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        return reason;
    }

    private Answer back(Visit visit, Matter matter) {
        return Answer.to(MatterRoom.url(visit, matter) + "/moderation");
    }

    Answer hide(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Actor by = room.post(visit, matter, Role.MODERATOR, Role.COMMITTEE);
        String reason = reason(visit.form());
        room.db.run(tx -> room.remarks.hide(tx, matter, visit.id("remark"), by, reason));
        return back(visit, matter);
    }

    Answer appeal(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        String reason = reason(visit.form());
        room.db.run(tx ->
                room.remarks.appeal(tx, matter, visit.id("remark"), visit.me().person(), reason));
        return back(visit, matter);
    }

    Answer answer(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Actor by = room.post(visit, matter, Role.SUPERVISION, Role.COMMITTEE, Role.MODERATOR);
        String reason = reason(visit.form());
        boolean restore = visit.form().text("decision").equals("restore");
        room.db.run(tx -> room.remarks.answer(tx, matter, visit.id("remark"), by, reason, restore));
        return back(visit, matter);
    }
}
