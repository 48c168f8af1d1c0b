package pavilion.matter;

import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.matter.ListStore.Likely;
import pavilion.matter.MatterStore.Place;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Form;
import pavilion.web.Role;
import pavilion.web.Secrets;
import pavilion.web.Viewer;
import pavilion.web.Visit;

/** Proposing a matter, for oneself or, by a grid worker or clerk, for somebody who asked for it. */
final class ProposalPages {
    private static final int MOST_PHOTOS = 5;
    private static final long MOST_BYTES = 5L << 20;
    /** From here on two texts are shown to the person as perhaps the same matter. */
    private static final int ALIKE = 28;

    private final MatterRoom room;

    ProposalPages(MatterRoom room) {
        this.room = room;
    }

    List<Door> doors() {
        return List.of(
                Door.get("/c/:c/matters/new", Access.SIGNED_IN, this::blank),
                Door.upload("/c/:c/matters/new", Access.SIGNED_IN, this::propose),
                Door.get("/c/:c/matters/:id/correct", Access.SIGNED_IN, this::correction),
                Door.post("/c/:c/matters/:id/correct", Access.SIGNED_IN, this::correct));
    }

    private static boolean assists(Visit visit) {
        int here = visit.here().id();
        return visit.me().has(Role.GRID_WORKER, here) || visit.me().has(Role.COMMITTEE, here);
    }

    private List<Place> places(Visit visit, Tx tx) {
        Viewer me = visit.me();
        int here = visit.here().id();
        if (assists(visit)) {
            List<String> paths = me.grants().stream()
                    .filter(g -> g.community() == here && (g.role() == Role.GRID_WORKER || g.role() == Role.COMMITTEE))
                    .map(pavilion.web.Grant::path)
                    .toList();
            return room.people.below(tx, here, paths);
        }
        return me.community() == here ? room.people.around(tx, here, me.householdPath()) : List.of();
    }

    Answer blank(Visit visit) {
        room.paths(visit);
        List<Place> places = places(visit, room.db.plain());
        return visit.page("matter/new", model(visit, places, Map.of(), List.of(), List.of(), Secrets.token()));
    }

    private Map<String, Object> model(
            Visit visit,
            List<Place> places,
            Map<String, String> values,
            List<Likely> alike,
            List<Map<String, String>> wrongs,
            String key) {
        Map<String, Object> model = new HashMap<>();
        model.put("values", values);
        model.put("errors", visit.form().errors());
        model.put("wrongs", wrongs);
        model.put("alike", alike);
        model.put("key", key);
        model.put("assists", assists(visit));
        model.put("nowhere", places.isEmpty());
        model.put(
                "photoHint",
                Speech.of(visit).say(values.isEmpty() ? "matter.form.photos.hint" : "matter.form.photos.again"));
        model.put(
                "placeChoices",
                places.stream()
                        .map(p -> ListPages.choice(
                                Long.toString(p.id()),
                                p.name(),
                                Long.toString(p.id()).equals(values.get("where"))))
                        .toList());
        return model;
    }

    Answer propose(Visit visit) {
        room.paths(visit);
        Tx tx = room.db.plain();
        Form form = visit.form();
        List<Place> places = places(visit, tx);
        Place place = places.stream()
                .filter(p -> Long.toString(p.id()).equals(form.text("where")))
                .findFirst()
                .orElse(null);
        if (place == null) {
            form.wrong("where", "web.form.choose");
        }
        String title = form.required("title", 80);
        String problem = form.required("problem", 4000);
        String idea = form.optional("idea", 4000);
        Integer households = form.text("households").isEmpty()
                ? null
                : (int) form.number("households", n -> n >= 1 && n <= 100_000, "matter.form.households");
        Long proposer = proposer(visit, tx, form, place);
        List<Draft.Picture> pictures = pictures(visit, form);
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            form.wrong("request_key", "web.stop.malformed");
        }
        List<Likely> alike = form.good() && place != null && !form.checked("not_duplicate")
                ? alike(tx, visit.here().id(), place, title, problem)
                : List.of();
        if (!form.good() || place == null || proposer == null || !alike.isEmpty()) {
            var wrongs = Speech.of(visit).errors(form.errors());
            return visit.again("matter/new", model(visit, places, form.values(), alike, wrongs, key));
        }
        Draft draft = new Draft(place.id(), title, problem, idea, households, form.checked("willing"), pictures, key);
        Actor by = proposer == visit.me().person()
                ? new Actor(proposer, "resident")
                : Actor.of(visit.me(), visit.here().id(), place.path());
        Matter matter = open(visit, draft, proposer, by);
        return Answer.to(MatterRoom.url(visit, matter) + "?received=1");
    }

    // Two copies of one form at once: the later one finds the earlier one's matter at the second look.
    private Matter open(Visit visit, Draft draft, long proposer, Actor by) {
        int here = visit.here().id();
        try {
            return room.db
                    .transact(tx -> room.proposals.open(tx, here, "T1", draft, proposer, by))
                    .matter();
        } catch (Refused refused) {
            if (!refused.refusal().key().equals("matter.open.again")) {
                throw refused;
            }
            return room.db
                    .transact(tx -> room.proposals.open(tx, here, "T1", draft, proposer, by))
                    .matter();
        }
    }

    private @Nullable Long proposer(Visit visit, Tx tx, Form form, @Nullable Place place) {
        String code = form.optional("person_code", 40);
        if (code.isEmpty()) {
            if (assists(visit) && visit.me().household() == 0) {
                form.wrong("person_code", "matter.form.for-whom");
            }
            return visit.me().person();
        }
        var person = assists(visit) ? room.people.byCode(tx, visit.here().id(), code) : null;
        if (person == null || person.isEmpty()) {
            form.wrong("person_code", "matter.form.no-such-person");
            return null;
        }
        if (place != null && !person.get().householdPath().startsWith(place.path())) {
            form.wrong("person_code", "matter.form.lives-elsewhere", place.name());
        }
        return person.get().id();
    }

    private List<Draft.Picture> pictures(Visit visit, Form form) {
        List<FileUpload> files =
                visit.uploads().stream().filter(file -> file.size() > 0).toList();
        if (files.size() > MOST_PHOTOS) {
            form.wrong("photos", "matter.photos.many", MOST_PHOTOS);
            return List.of();
        }
        List<Draft.Picture> pictures = new ArrayList<>();
        for (FileUpload file : files) {
            if (file.size() > MOST_BYTES) {
                form.wrong("photos", "matter.photos.large");
                continue;
            }
            try {
                pictures.add(Draft.Picture.develop(Files.readAllBytes(Path.of(file.uploadedFileName()))));
            } catch (Refused refused) {
                form.wrong("photos", refused.refusal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pictures;
    }

    private List<Likely> alike(Tx tx, int community, Place place, String title, String problem) {
        return room.lists.like(tx, community, place.id(), title).stream()
                .filter(other -> likeness(other, title, problem) >= ALIKE)
                .sorted(Comparator.comparingInt((Likely other) -> -likeness(other, title, problem)))
                .limit(3)
                .toList();
    }

    private static int likeness(Likely other, String title, String problem) {
        return Math.max(
                Bigrams.likeness(other.title(), title),
                Bigrams.likeness(other.title() + "\n" + other.problem(), title + "\n" + problem));
    }

    Answer correction(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        return visit.page(
                "matter/correct",
                Map.of(
                        "matter", matter,
                        "values", Map.of("title", matter.title(), "problem", matter.problem(), "idea", matter.idea()),
                        "errors", Map.of()));
    }

    Answer correct(Visit visit) {
        Matter matter = room.read(visit, room.db.plain());
        Form form = visit.form();
        String title = form.required("title", 80);
        String problem = form.required("problem", 4000);
        String idea = form.optional("idea", 4000);
        if (!form.good()) {
            return visit.again(
                    "matter/correct", Map.of("matter", matter, "values", form.values(), "errors", form.errors()));
        }
        room.db.run(tx -> room.proposals.correct(
                tx, matter.community(), matter.id(), visit.me().person(), title, problem, idea));
        return Answer.to(MatterRoom.url(visit, matter));
    }
}
