package pavilion.proposal;

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
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.matter.Bigrams;
import pavilion.matter.Matter;
import pavilion.matter.MatterListPages;
import pavilion.matter.MatterListStore;
import pavilion.matter.MatterListStore.Likely;
import pavilion.matter.MatterModule;
import pavilion.matter.MatterPeopleStore;
import pavilion.matter.MatterStore.Place;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Proposing a matter, for oneself or, by a grid worker or clerk, for somebody who asked for it. */
public final class ProposalPages {
    private static final int MOST_PHOTOS = 5;
    private static final long MOST_BYTES = 5L << 20;
    /** From here on two texts are shown to the person as perhaps the same matter. */
    private static final int ALIKE = 28;

    private final MatterModule room;

    public ProposalPages(MatterModule room) {
        this.room = room;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/new", Access.SIGNED_IN, this::blank),
                Route.upload("/c/:c/matters/new", Access.SIGNED_IN, this::propose),
                Route.get("/c/:c/matters/:id/correct", Access.SIGNED_IN, this::correction),
                Route.post("/c/:c/matters/:id/correct", Access.SIGNED_IN, this::correct));
    }

    private static boolean assists(Request request) {
        int here = request.here().id();
        return request.me().has(Role.GRID_WORKER, here) || request.me().has(Role.COMMITTEE, here);
    }

    private List<Place> places(Request request, Tx tx) {
        CurrentUser me = request.me();
        int here = request.here().id();
        if (assists(request)) {
            List<String> paths = me.grants().stream()
                    .filter(g -> g.community() == here && (g.role() == Role.GRID_WORKER || g.role() == Role.COMMITTEE))
                    .map(pavilion.identity.RoleGrant::path)
                    .toList();
            return MatterPeopleStore.below(tx, here, paths);
        }
        return me.community() == here ? MatterPeopleStore.around(tx, here, me.householdPath()) : List.of();
    }

    Response blank(Request request) {
        room.paths(request);
        List<Place> places = places(request, room.db.plain());
        return request.page("matter/new", model(request, places, Map.of(), List.of(), List.of(), Tokens.token()));
    }

    private Map<String, Object> model(
            Request request,
            List<Place> places,
            Map<String, String> values,
            List<Likely> alike,
            List<Map<String, String>> wrongs,
            String key) {
        Map<String, Object> model = new HashMap<>();
        model.put("values", values);
        model.put("errors", request.form().errors());
        model.put("wrongs", wrongs);
        model.put("alike", alike);
        model.put("key", key);
        model.put("assists", assists(request));
        model.put("nowhere", places.isEmpty());
        model.put(
                "photoHint",
                request.phrases().say(values.isEmpty() ? "matter.form.photos.hint" : "matter.form.photos.again"));
        model.put(
                "placeChoices",
                places.stream()
                        .map(p -> MatterListPages.choice(
                                Long.toString(p.id()),
                                p.name(),
                                Long.toString(p.id()).equals(values.get("where"))))
                        .toList());
        return model;
    }

    Response propose(Request request) {
        room.paths(request);
        Tx tx = room.db.plain();
        FormData form = request.form();
        List<Place> places = places(request, tx);
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
        Long proposer = proposer(request, tx, form, place);
        List<ProposalDraft.Picture> pictures = pictures(request, form);
        String key = form.text("request_key");
        if (key.isEmpty() || key.length() > 64) {
            form.wrong("request_key", "web.stop.malformed");
        }
        List<Likely> alike = form.good() && place != null && !form.checked("not_duplicate")
                ? alike(tx, request.here().id(), place, title, problem)
                : List.of();
        if (!form.good() || place == null || proposer == null || !alike.isEmpty()) {
            var wrongs = request.phrases().errors(form.errors());
            return request.again("matter/new", model(request, places, form.values(), alike, wrongs, key));
        }
        ProposalDraft draft =
                new ProposalDraft(place.id(), title, problem, idea, households, form.checked("willing"), pictures, key);
        Actor by = proposer == request.me().person()
                ? new Actor(proposer, "resident")
                : Actor.of(request.me(), request.here().id(), place.path());
        Matter matter = open(request, draft, proposer, by);
        return Response.to(MatterModule.url(request, matter) + "?received=1");
    }

    // Two copies of one form at once: the later one finds the earlier one's matter at the second look.
    private Matter open(Request request, ProposalDraft draft, long proposer, Actor by) {
        int here = request.here().id();
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

    private @Nullable Long proposer(Request request, Tx tx, FormData form, @Nullable Place place) {
        String code = form.optional("person_code", 40);
        if (code.isEmpty()) {
            if (assists(request) && request.me().household() == 0) {
                form.wrong("person_code", "matter.form.for-whom");
            }
            return request.me().person();
        }
        var person =
                assists(request) ? MatterPeopleStore.byCode(tx, request.here().id(), code) : null;
        if (person == null || person.isEmpty()) {
            form.wrong("person_code", "matter.form.no-such-person");
            return null;
        }
        if (place != null && !person.get().householdPath().startsWith(place.path())) {
            form.wrong("person_code", "matter.form.lives-elsewhere", place.name());
        }
        return person.get().id();
    }

    private List<ProposalDraft.Picture> pictures(Request request, FormData form) {
        List<FileUpload> files =
                request.uploads().stream().filter(file -> file.size() > 0).toList();
        if (files.size() > MOST_PHOTOS) {
            form.wrong("photos", "matter.photos.many", MOST_PHOTOS);
            return List.of();
        }
        List<ProposalDraft.Picture> pictures = new ArrayList<>();
        for (FileUpload file : files) {
            if (file.size() > MOST_BYTES) {
                form.wrong("photos", "matter.photos.large");
                continue;
            }
            try {
                pictures.add(ProposalDraft.Picture.develop(Files.readAllBytes(Path.of(file.uploadedFileName()))));
            } catch (Refused refused) {
                form.wrong("photos", refused.refusal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return pictures;
    }

    private List<Likely> alike(Tx tx, int community, Place place, String title, String problem) {
        return MatterListStore.like(tx, community, place.id(), title).stream()
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

    Response correction(Request request) {
        Matter matter = room.read(request, room.db.plain());
        return request.page(
                "matter/correct",
                Map.of(
                        "matter", matter,
                        "values", Map.of("title", matter.title(), "problem", matter.problem(), "idea", matter.idea()),
                        "errors", Map.of()));
    }

    Response correct(Request request) {
        Matter matter = room.read(request, room.db.plain());
        FormData form = request.form();
        String title = form.required("title", 80);
        String problem = form.required("problem", 4000);
        String idea = form.optional("idea", 4000);
        if (!form.good()) {
            return request.again(
                    "matter/correct", Map.of("matter", matter, "values", form.values(), "errors", form.errors()));
        }
        room.db.run(tx -> room.proposals.correct(
                tx, matter.community(), matter.id(), request.me().person(), title, problem, idea));
        return Response.to(MatterModule.url(request, matter));
    }
}
