package pavilion.matter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.matter.MatterView.MoveView;
import pavilion.matter.PanelProvider.Panel;
import pavilion.matter.PanelProvider.Region;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Move;
import pavilion.rules.procedure.Stage;
import pavilion.text.Phrases;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** The page of one matter: where it stands and what this person can do now; and the committee's moves. */
final class MatterPages {
    private static final List<String> MOVES = List.of("advance", "return", "suspend", "resume", "end");
    private static final List<Ending> ENDINGS = List.of(Ending.WITHDRAWN, Ending.DECLINED, Ending.NO_AGREEMENT);
    private final Database db;
    private final Matters matters;
    private final MatterMoves moves;
    private final MatterAccess access;
    private final MatterLists lists;
    private final StageTimeline timeline;
    private final MatterRegistry registry;

    MatterPages(
            Database db,
            Matters matters,
            MatterMoves moves,
            MatterAccess access,
            MatterLists lists,
            StageTimeline timeline,
            MatterRegistry registry) {
        this.db = db;
        this.matters = matters;
        this.moves = moves;
        this.access = access;
        this.lists = lists;
        this.timeline = timeline;
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/:id", Access.SIGNED_IN, this::page),
                Route.post(
                        "/c/:c/matters/:id/move",
                        Access.of(Role.COMMITTEE),
                        this::move,
                        FormField.choice("move", MOVES.toArray(String[]::new)),
                        FormField.choice("to"),
                        FormField.choice(
                                "ending", ENDINGS.stream().map(MatterPages::key).toArray(String[]::new)),
                        FormField.text("reason", 1000)));
    }

    Response page(Request request) {
        Tx tx = db.plain();
        Matter matter = access.read(request, tx);
        Relation relation = Relation.of(request.user(), matter);
        Phrases phrases = request.phrases();
        List<MatterStep> steps = StepStore.of(tx, matter.community(), matter.id());
        Awaited awaited = lists.awaited(tx, request.user(), matter);
        String waits = timeline.waits(phrases, matter, awaited);
        Optional<Refusal> held = matters.held(tx, matter, Relation.actor(request.user(), matter));
        return request.page(
                "matter/matter",
                new MatterView(
                        matter,
                        request.query("received").equals("1"),
                        MatterPeopleStore.byId(tx, matter.community(), matter.proposer())
                                .map(MatterPeopleStore.Person::shown)
                                .orElse(""),
                        waits,
                        awaited.unposted() || !matter.open()
                                ? ""
                                : phrases.calendar(matters.book().holidays(), awaited.day()),
                        reader(request, matter, relation),
                        timeline.strip(phrases, matter, steps, awaited),
                        timeline.timeline(phrases, matter, steps),
                        panels(tx, request, matter, relation, waits),
                        relation.committee()
                                ? choices(phrases, held.isPresent() ? List.of() : allowed(tx, request, matter))
                                : List.of(),
                        relation.committee() ? held.orElse(null) : null,
                        ENDINGS.stream().map(ending -> option(phrases, ending)).toList()));
    }

    private String reader(Request request, Matter matter, Relation relation) {
        boolean resident = Relation.actor(request.user(), matter).post().equals("resident");
        Phrases phrases = request.phrases();
        return matters.ofOwners(matter) && resident && !relation.owner()
                ? phrases.say(
                        "matter.owners-read", phrases.in(matters.rule(matter).source()))
                : "";
    }

    private static SelectOption option(Phrases phrases, Ending ending) {
        return new SelectOption(key(ending), phrases.say("matter.ending." + key(ending)), false);
    }

    private static String key(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    /** The stage's own action and what other packages show, each rendered by its own template. */
    private MatterView.Panels panels(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        Map<Region, StringBuilder> html = new EnumMap<>(Region.class);
        for (Region region : Region.values()) {
            html.put(region, new StringBuilder());
        }
        StageAction action = registry.of(matters.stage(matter).kind()).action();
        Stream<Panel> now = matter.open() ? action.of(tx, request, matter, relation, waits).stream() : Stream.empty();
        Stream<Panel> others =
                registry.panels().stream().flatMap(provider -> provider.panels(request, matter, relation).stream());
        Stream.concat(now, others).forEach(panel -> html.get(panel.region()).append(panel.render(request)));
        return new MatterView.Panels(
                html.get(Region.ACTION).toString(),
                html.get(Region.LEAD).toString(),
                html.get(Region.PROBLEM).toString(),
                html.get(Region.COURSE).toString(),
                html.get(Region.DISCUSSION).toString());
    }

    private static List<MoveView> choices(Phrases phrases, List<String> moves) {
        return moves.stream()
                .map(move -> new MoveView(
                        move, "move-" + move, phrases.say("matter.do." + move), phrases.say("matter.do.note." + move)))
                .toList();
    }

    private List<String> allowed(Tx tx, Request request, Matter matter) {
        Stage here = matters.stage(matter);
        boolean ends = here.moves().contains(Move.END)
                && moves.endingHeld(tx, matter, Relation.actor(request.user(), matter))
                        .isEmpty();
        if (matter.suspended()) {
            return ends ? List.of("resume", "end") : List.of("resume");
        }
        List<String> allowed = new ArrayList<>();
        if (!matter.open()) {
            return allowed;
        }
        switch (here.kind()) {
            case SESSION, POLL -> {}
            default -> allowed.add("advance");
        }
        for (Move move : List.of(Move.RETURN, Move.SUSPEND, Move.END)) {
            if (here.moves().contains(move) && (ends || move != Move.END)) {
                allowed.add(move.name().toLowerCase(Locale.ROOT));
            }
        }
        return allowed;
    }

    /** The committee moves a matter; the next stage may be named, and then it must be the very next. */
    Response move(Request request) {
        Matter seen = access.read(request, db.plain());
        Actor by = access.requireRole(request, seen, Role.COMMITTEE);
        FormData form = request.form();
        String move = form.oneOf("move", MOVES);
        String reason = form.optional("reason");
        if (!form.good()) {
            throw new Refused(form.errors().values().iterator().next());
        }
        db.run(tx -> {
            Matter matter = matters.locked(tx, seen.community(), seen.id());
            switch (move) {
                case "return" -> moves.returnForCorrection(tx, matter, by, reason);
                case "suspend" -> moves.suspend(tx, matter, by, reason);
                case "resume" -> moves.resume(tx, matter, by, reason);
                case "end" -> moves.end(tx, matter, ending(form.text("ending")), by, reason);
                default -> advance(tx, matter, form.text("to"), by, reason);
            }
        });
        return Response.to(MatterAccess.url(request, seen));
    }

    private static Ending ending(String chosen) {
        return ENDINGS.stream()
                .filter(ending -> key(ending).equals(chosen))
                .findFirst()
                .orElse(Ending.DECLINED);
    }

    private void advance(Tx tx, Matter matter, String to, Actor by, String reason) {
        if (to.isEmpty()) {
            matters.advance(tx, matter, by, reason);
        } else {
            matters.advanceTo(tx, matter, to, by, reason);
        }
    }
}
