package pavilion.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.proposal.PhotoStore;
import pavilion.proposal.Plan;
import pavilion.proposal.RemarkThreads;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Move;
import pavilion.rules.procedure.Stage;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** One matter, one page, one question: where it stands and what this person can do now. */
final class MatterPages {
    private static final List<String> MOVES = List.of("advance", "return", "suspend", "resume", "end");
    private static final List<String> SLOTS = List.of("now", "poll", "resolution", "work", "rating");
    private final MatterModule room;
    private final NextAction card;

    MatterPages(MatterModule room) {
        this.room = room;
        this.card = new NextAction(room);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id", Access.SIGNED_IN, this::page),
                Route.post("/c/:c/matters/:id/endorse", Access.SIGNED_IN, this::endorse),
                Route.post("/c/:c/matters/:id/withdraw", Access.SIGNED_IN, this::withdraw),
                Route.post("/c/:c/matters/:id/move", Access.of(Role.COMMITTEE), this::move));
    }

    Response page(Request request) {
        Tx tx = room.db.plain();
        Matter matter = room.read(request, tx);
        Relation relation = room.relation(request, matter);
        Phrases phrases = request.phrases();
        var steps = MatterStore.steps(tx, matter.community(), matter.id());
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("mine", relation);
        model.put("received", request.query("received").equals("1"));
        model.put(
                "shown",
                MatterPeopleStore.byId(tx, matter.community(), matter.proposer())
                        .map(MatterPeopleStore.Person::shown)
                        .orElse(""));
        model.put("strip", room.course.strip(phrases, matter, steps, MatterListStore.awaited(tx, matter)));
        model.put("steps", room.course.timeline(phrases, matter, steps));
        model.put("pictures", pictures(tx, matter));
        model.put("triage", triage(tx, phrases, matter));
        Plan plan = room.plans.of(tx, matter);
        model.put("ways", plan.options());
        model.put("concerned", plan.stakeholders());
        room.notices.current(tx, matter).ifPresent(notice -> {
            model.put("notice", notice);
            model.put("noticeMark", notice.sha256().substring(0, 8));
        });
        model.put(
                "talk",
                RemarkThreads.of(
                        phrases,
                        room.remarks.of(tx, matter),
                        relation,
                        request.me().person()));
        model.put("talking", room.remarks.talking(matter));
        model.put("key", Tokens.token());
        model.put("card", card.of(tx, request, matter, relation, phrases, plan));
        model.put("moves", relation.committee() ? choices(phrases, moves(matter)) : List.of());
        model.put(
                "endings",
                Stream.of("withdrawn", "declined", "no_agreement")
                        .map(e -> MatterListPages.choice(e, phrases.say("matter.ending." + e), false))
                        .toList());
        model.putAll(slots(request, matter, relation));
        return request.page("matter/matter", model);
    }

    /** Other rooms' parts, rendered by their own templates. */
    private Map<String, Object> slots(Request request, Matter matter, Relation relation) {
        Map<String, StringBuilder> html = new LinkedHashMap<>();
        SLOTS.forEach(slot -> html.put(slot, new StringBuilder()));
        for (PanelProvider panels : room.panels) {
            for (PanelProvider.Panel panel : panels.panels(request, matter, relation)) {
                html.get(panel.slot()).append(panel.render(request));
            }
        }
        Map<String, Object> slots = new HashMap<>();
        html.forEach((slot, text) -> slots.put(slot + "Html", text.toString()));
        return slots;
    }

    private List<PhotoStore.Line> pictures(Tx tx, Matter matter) {
        return PhotoStore.of(tx, matter).stream()
                .filter(photo -> photo.errand() == null)
                .toList();
    }

    private Map<String, Object> triage(Tx tx, Phrases phrases, Matter matter) {
        return room.triages
                .of(tx, matter)
                .map(answer -> {
                    Map<String, Object> shown = new HashMap<>();
                    shown.put("answer", answer);
                    shown.put("route", phrases.say("rules.route." + answer.route()));
                    room.matters.book().neverVotable().stream()
                            .filter(entry -> entry.key().equals(answer.guard()))
                            .findFirst()
                            .ifPresent(entry -> {
                                shown.put("guardName", phrases.in(entry.name()));
                                shown.put("guardReason", phrases.in(entry.reason()));
                                shown.put("guardArticle", phrases.in(entry.article()));
                            });
                    return shown;
                })
                .orElse(Map.of());
    }

    private static List<Map<String, String>> choices(Phrases phrases, List<String> moves) {
        return moves.stream()
                .map(move -> Map.of(
                        "value",
                        move,
                        "mark",
                        "move-" + move,
                        "label",
                        phrases.say("matter.do." + move),
                        "note",
                        phrases.say("matter.do.note." + move)))
                .toList();
    }

    private List<String> moves(Matter matter) {
        List<String> moves = new ArrayList<>();
        if (matter.suspended()) {
            return List.of("resume", "end");
        }
        if (!matter.open()) {
            return moves;
        }
        Stage stage = room.matters.stage(matter);
        switch (stage.kind()) {
            case SESSION, POLL -> {}
            default -> moves.add("advance");
        }
        for (Move move : List.of(Move.RETURN, Move.SUSPEND, Move.END)) {
            if (stage.moves().contains(move)) {
                moves.add(move.name().toLowerCase(Locale.ROOT));
            }
        }
        return moves;
    }

    Response endorse(Request request) {
        Matter matter = room.read(request, room.db.plain());
        Relation relation = room.relation(request, matter);
        room.db.transact(tx -> room.endorsements.endorse(
                tx, matter.community(), matter.id(), request.me().person(), relation));
        return Response.to(MatterModule.url(request, matter));
    }

    Response withdraw(Request request) {
        Matter matter = room.read(request, room.db.plain());
        room.db.run(tx -> room.endorsements.withdraw(
                tx, matter.community(), matter.id(), request.me().person()));
        return Response.to(MatterModule.url(request, matter));
    }

    /** The committee moves a matter; the next stage may be named, and then it must be the very next. */
    Response move(Request request) {
        Matter seen = room.read(request, room.db.plain());
        Actor by = room.post(request, seen, Role.COMMITTEE);
        FormData form = request.form();
        String move = form.oneOf("move", MOVES);
        String reason = form.optional("reason", 1000);
        if (!form.good()) {
            throw new pavilion.rules.Refused(form.errors().values().iterator().next());
        }
        room.db.run(tx -> {
            Matter matter = room.matters.locked(tx, seen.community(), seen.id());
            switch (move) {
                case "return" -> room.matters.returnForCorrection(tx, matter, by, reason);
                case "suspend" -> room.matters.suspend(tx, matter, by, reason);
                case "resume" -> room.matters.resume(tx, matter, by, reason);
                case "end" -> end(tx, matter, form.text("ending"), by, reason);
                default -> advance(tx, matter, form.text("to"), by, reason);
            }
        });
        return Response.to(MatterModule.url(request, seen));
    }

    private void advance(Tx tx, Matter matter, String to, Actor by, String reason) {
        if (to.isEmpty()) {
            room.matters.advance(tx, matter, by, reason);
        } else {
            room.matters.advanceTo(tx, matter, to, by, reason);
        }
    }

    private void end(Tx tx, Matter matter, String ending, Actor by, String reason) {
        room.matters.template(matter).require(matter.stage(), Move.END);
        if (reason.isBlank()) {
            throw new pavilion.rules.Refused("matter.reason.required");
        }
        Ending chosen = switch (ending) {
            case "withdrawn" -> Ending.WITHDRAWN;
            case "no_agreement" -> Ending.NO_AGREEMENT;
            default -> Ending.DECLINED;
        };
        room.matters.end(tx, matter, chosen, by, reason);
    }
}
