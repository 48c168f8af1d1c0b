package pavilion.proposal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.Relation;
import pavilion.rules.Refused;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.FormNumbers;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** What was taken down, by which post and why, what its author said to that, and who answered. Open to all who read the matter. */
final class ModerationPages {
    private static final Access DESK = Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION);
    private static final int MOST = 200;
    private static final FormField WHY = FormField.text("why", 500);
    private static final String RESTORE = "restore";
    private final Database db;
    private final MatterAccess access;
    private final Remarks remarks;

    ModerationPages(Database db, MatterAccess access, Remarks remarks) {
        this.db = db;
        this.access = access;
        this.remarks = remarks;
    }

    List<Route> routes() {
        String base = "/c/:c/matters/:id/moderation";
        return List.of(
                Route.get("/c/:c/desk/moderation", DESK, this::desk),
                Route.get(base, Access.SIGNED_IN, this::log),
                Route.post(base + "/:remark/hide", Access.of(Role.COMMITTEE, Role.MODERATOR), this::hide, WHY),
                Route.post(base + "/:remark/appeal", Access.SIGNED_IN, this::appeal, WHY),
                Route.post(
                        base + "/:remark/answer",
                        Access.of(Role.COMMITTEE, Role.MODERATOR, Role.SUPERVISION),
                        this::answer,
                        WHY,
                        FormField.choice("decision", RESTORE, "stay")));
    }

    /** Where one of these posts is held, what was taken down there. */
    Response desk(Request request) {
        int community = request.community().id();
        String[] paths = request.user().grants().stream()
                .filter(g -> g.community() == community && DESK.roles().contains(g.role()))
                .map(RoleGrant::path)
                .toArray(String[]::new);
        Phrases phrases = request.phrases();
        List<RemarkStore.Down> all = remarks.down(db.plain(), community, paths, MOST);
        List<DownView> lines = all.stream()
                .map(down -> new DownView(
                        down.matter(),
                        down.number(),
                        down.title(),
                        down.remark(),
                        down.at(),
                        phrases.post(down.post()),
                        down.reason(),
                        down.appealed(),
                        down.restored()))
                .toList();
        long waiting = all.stream().filter(RemarkStore.Down::appealed).count();
        return request.page("proposal/taken-down", new TakenDownView(lines, waiting));
    }

    /** @param waiting how many appeals wait for an answer */
    record TakenDownView(List<DownView> lines, long waiting) {}

    record DownView(
            long matter,
            String number,
            String heading,
            long remark,
            Instant stamp,
            String post,
            String why,
            boolean appealed,
            boolean restored) {}

    /** {@code ?hide=} or {@code ?appeal=} opens the form for that remark. */
    Response log(Request request) {
        var tx = db.plain();
        Matter matter = access.read(request, tx);
        Relation relation = Relation.of(request.user(), matter);
        Phrases phrases = request.phrases();
        long hide = FormNumbers.id(request.query("hide"));
        List<EntryView> entries = new ArrayList<>();
        HidingView hiding = null;
        for (RemarkStore.Remark remark : remarks.of(tx, matter)) {
            if (remark.hiddenAt() != null) {
                entries.add(entry(phrases, remark, relation, request.user().person()));
            } else if (remark.id() == hide && relation.moderates()) {
                hiding = new HidingView(remark.id(), remark.text());
            }
        }
        return request.page("proposal/moderation", new ModerationView(matter, hiding, entries));
    }

    /** @param hiding the remark that is about to be taken down; null for who only reads the record */
    record ModerationView(Matter matter, @Nullable HidingView hiding, List<EntryView> entries) {}

    record HidingView(long remark, String words) {}

    /** One remark taken down. The texts of appeal and answer are empty until they are written. */
    record EntryView(
            long remark,
            String post,
            @Nullable Instant stamp,
            @Nullable String why,
            String appeal,
            String answer,
            String answeredBy,
            boolean restored,
            boolean mayAppeal,
            boolean mayAnswer) {}

    private static EntryView entry(Phrases phrases, RemarkStore.Remark remark, Relation relation, long person) {
        Long hider = remark.hiddenPerson();
        boolean answers = relation.moderates() || relation.supervision();
        return new EntryView(
                remark.id(),
                phrases.post(String.valueOf(remark.hiddenBy())),
                remark.hiddenAt(),
                remark.hiddenReason(),
                remark.appeal() == null ? "" : remark.appeal(),
                remark.appealAnswer() == null ? "" : remark.appealAnswer(),
                remark.appealBy() == null ? "" : phrases.post(remark.appealBy()),
                remark.restoredAt() != null,
                remark.person() == person && remark.appeal() == null,
                answers
                        && remark.appeal() != null
                        && remark.appealAnswer() == null
                        && (hider == null || hider != person));
    }

    private static String reason(FormData form) {
        String reason = form.required("why");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        return reason;
    }

    private Response back(Request request, Matter matter) {
        return Response.to(MatterAccess.url(request, matter) + "/moderation");
    }

    Response hide(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.MODERATOR, Role.COMMITTEE);
        String reason = reason(request.form());
        db.run(tx -> remarks.hide(tx, matter, request.id("remark"), by, reason));
        return back(request, matter);
    }

    Response appeal(Request request) {
        Matter matter = access.read(request, db.plain());
        String reason = reason(request.form());
        db.run(tx ->
                remarks.appeal(tx, matter, request.id("remark"), request.user().person(), reason));
        return back(request, matter);
    }

    Response answer(Request request) {
        Matter matter = access.read(request, db.plain());
        Actor by = access.requireRole(request, matter, Role.SUPERVISION, Role.COMMITTEE, Role.MODERATOR);
        String reason = reason(request.form());
        boolean restore = request.form().text("decision").equals(RESTORE);
        db.run(tx -> remarks.answer(tx, matter, request.id("remark"), by, reason, restore));
        return back(request, matter);
    }
}
