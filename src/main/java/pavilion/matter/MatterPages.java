package pavilion.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pavilion.db.Tx;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Move;
import pavilion.rules.procedure.Stage;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Visit;

/** One matter, one page, one question: where it stands and what this person can do now. */
final class MatterPages {
    private static final List<String> MOVES = List.of("advance", "return", "suspend", "resume", "end");
    private static final List<String> SLOTS = List.of("now", "poll", "resolution", "work", "rating");
    private final MatterRoom room;
    private final NowCard card;

    MatterPages(MatterRoom room) {
        this.room = room;
        this.card = new NowCard(room);
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/matters/:id", Access.SIGNED_IN, this::page),
                Door.post("/c/:c/matters/:id/endorse", Access.SIGNED_IN, this::endorse),
                Door.post("/c/:c/matters/:id/withdraw", Access.SIGNED_IN, this::withdraw),
                Door.post("/c/:c/matters/:id/move", Access.of(Role.COMMITTEE), this::move));
    }

    Answer page(Visit visit) {
        Tx tx = room.db.plain();
        Matter matter = room.read(visit, tx);
        Standing standing = room.standing(visit, matter);
        Speech speech = Speech.of(visit);
        var steps = room.store.steps(tx, matter.community(), matter.id());
        Map<String, Object> model = new HashMap<>();
        model.put("matter", matter);
        model.put("mine", standing);
        model.put("received", visit.query("received").equals("1"));
        model.put(
                "shown",
                room.people
                        .byId(tx, matter.community(), matter.proposer())
                        .map(PeopleStore.Person::shown)
                        .orElse(""));
        model.put("strip", room.course.strip(speech, matter, steps, room.lists.awaited(tx, matter)));
        model.put("steps", room.course.timeline(speech, matter, steps));
        model.put("pictures", pictures(tx, matter));
        model.put("triage", triage(tx, speech, matter));
        Plan plan = room.plans.of(tx, matter);
        model.put("ways", plan.options());
        model.put("concerned", plan.stakeholders());
        room.notices.current(tx, matter).ifPresent(notice -> {
            model.put("notice", notice);
            model.put("noticeMark", notice.sha256().substring(0, 8));
        });
        model.put(
                "talk",
                Talk.of(
                        speech,
                        room.remarks.of(tx, matter),
                        standing,
                        visit.me().person()));
        model.put("talking", room.remarks.talking(matter));
        model.put("key", Secrets.token());
        model.put("card", card.of(tx, visit, matter, standing, speech, plan));
        model.put("moves", standing.committee() ? choices(speech, moves(matter)) : List.of());
        model.put(
                "endings",
                Stream.of("withdrawn", "declined", "no_agreement")
                        .map(e -> ListPages.choice(e, speech.say("matter.ending." + e), false))
                        .toList());
        model.putAll(slots(visit, matter, standing));
        return visit.page("matter/matter", model);
    }

    /** Other rooms' parts, rendered by their own templates. */
    private Map<String, Object> slots(Visit visit, Matter matter, Standing standing) {
        Map<String, StringBuilder> html = new LinkedHashMap<>();
        SLOTS.forEach(slot -> html.put(slot, new StringBuilder()));
        for (MatterPanels panels : room.panels) {
            for (MatterPanels.Panel panel : panels.panels(visit, matter, standing)) {
                html.get(panel.slot()).append(panel.render(visit));
            }
        }
        Map<String, Object> slots = new HashMap<>();
        html.forEach((slot, text) -> slots.put(slot + "Html", text.toString()));
        return slots;
    }

    private List<PhotoStore.Line> pictures(Tx tx, Matter matter) {
        return room.photos.of(tx, matter).stream()
                .filter(photo -> photo.errand() == null)
                .toList();
    }

    private Map<String, Object> triage(Tx tx, Speech speech, Matter matter) {
        return room.triages
                .of(tx, matter)
                .map(answer -> {
                    Map<String, Object> shown = new HashMap<>();
                    shown.put("answer", answer);
                    shown.put("route", speech.say("rules.route." + answer.route()));
                    room.matters.book().neverVotable().stream()
                            .filter(entry -> entry.key().equals(answer.guard()))
                            .findFirst()
                            .ifPresent(entry -> {
                                shown.put("guardName", speech.in(entry.name()));
                                shown.put("guardReason", speech.in(entry.reason()));
                                shown.put("guardArticle", speech.in(entry.article()));
                            });
                    return shown;
                })
                .orElse(Map.of());
    }

    private static List<Map<String, String>> choices(Speech speech, List<String> moves) {
        return moves.stream()
                .map(move -> Map.of(
                        "value",
                        move,
                        "mark",
                        "move-" + move,
                        "label",
                        speech.say("matter.do." + move),
                        "note",
                        speech.say("matter.do.note." + move)))
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

    Answer endorse(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Standing standing = room.standing(visit, matter);
        room.db.transact(tx -> room.endorsements.endorse(
                tx, matter.community(), matter.id(), visit.me().person(), standing));
        return Answer.to(MatterRoom.url(visit, matter));
    }

    Answer withdraw(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        room.db.run(tx -> room.endorsements.withdraw(
                tx, matter.community(), matter.id(), visit.me().person()));
        return Answer.to(MatterRoom.url(visit, matter));
    }

    /** The committee moves a matter; the next stage may be named, and then it must be the very next. */
    Answer move(Visit visit) {
        Matter seen = room.read(visit, room.db.plain());
        Actor by = room.post(visit, seen, Role.COMMITTEE);
        Form form = visit.form();
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
        return Answer.to(MatterRoom.url(visit, seen));
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
