package pavilion.proposal;

import io.vertx.ext.web.FileUpload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.RoleGrant;
import pavilion.identity.Tokens;
import pavilion.matter.Matter;
import pavilion.matter.MatterAccess;
import pavilion.matter.MatterListStore.Likely;
import pavilion.matter.MatterPeopleStore;
import pavilion.matter.MatterStore.Place;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.procedure.Template;
import pavilion.web.Access;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.SelectOption;

/** Proposing a matter, for oneself or, by a grid worker or clerk, for somebody who asked for it. */
final class ProposalPages {
    /** What a proposal says, when it is made and when it is corrected. */
    static final FormField TITLE = FormField.text("title", 80);

    static final FormField PROBLEM = FormField.text("problem", 4000);
    static final FormField IDEA = FormField.text("idea", 4000);
    private static final long MOST_BYTES = 5L << 20;

    private final Database db;
    private final MatterAccess access;
    private final Proposals proposals;

    ProposalPages(Database db, MatterAccess access, Proposals proposals) {
        this.db = db;
        this.access = access;
        this.proposals = proposals;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/c/:c/matters/new", Access.SIGNED_IN, this::blank),
                Route.upload(
                        "/c/:c/matters/new",
                        Access.SIGNED_IN,
                        this::propose,
                        FormField.choice("template"),
                        FormField.choice("where"),
                        TITLE,
                        PROBLEM,
                        IDEA,
                        FormField.number("households"),
                        FormField.text("person_code", 40),
                        FormField.checkbox("willing"),
                        FormField.checkbox("not_duplicate"),
                        FormField.file("photos"),
                        FormField.key("request_key")));
    }

    /**
     * The form.
     *
     * @param templateChoices kinds of matters to choose from; empty where there is no choice
     * @param alike open matters that may be the same
     * @param key of the form, so that sent twice it is one matter
     * @param assists whether it may be written down for somebody else
     * @param nowhere whether there is no place this person could propose anything for
     */
    record ProposalFormView(
            Map<String, String> values,
            Map<String, Refusal> errors,
            List<Map<String, String>> wrongs,
            List<SelectOption> templateChoices,
            List<SelectOption> placeChoices,
            List<Likely> alike,
            String key,
            boolean assists,
            boolean nowhere,
            String photoHint) {}

    private static boolean assists(Request request) {
        int here = request.community().id();
        return request.user().has(Role.GRID_WORKER, here) || request.user().has(Role.COMMITTEE, here);
    }

    private static List<Place> places(Request request, Tx tx) {
        CurrentUser me = request.user();
        int here = request.community().id();
        if (assists(request)) {
            List<String> paths = me.grants().stream()
                    .filter(g -> g.community() == here && (g.role() == Role.GRID_WORKER || g.role() == Role.COMMITTEE))
                    .map(RoleGrant::path)
                    .toList();
            return MatterPeopleStore.below(tx, here, paths);
        }
        return me.community() == here ? MatterPeopleStore.around(tx, here, me.householdPath()) : List.of();
    }

    /** {@code ?template=} chooses the kind of matter beforehand. */
    Response blank(Request request) {
        access.paths(request);
        Map<String, String> values = Map.of("template", request.query("template"));
        String hint = request.phrases().say("matter.form.photos.hint");
        return request.page(
                "proposal/new", view(request, places(request, db.plain()), values, List.of(), Tokens.token(), hint));
    }

    private ProposalFormView view(
            Request request,
            List<Place> places,
            Map<String, String> values,
            List<Likely> alike,
            String key,
            String photoHint) {
        List<Template> templates =
                proposals.open(request.user(), request.community().id());
        return new ProposalFormView(
                values,
                request.form().errors(),
                request.phrases().errors(request.form().errors()),
                templates.size() < 2
                        ? List.of()
                        : templates.stream()
                                .map(template -> new SelectOption(
                                        template.id(),
                                        request.phrases().in(template.name()),
                                        template.id().equals(values.get("template"))))
                                .toList(),
                places.stream()
                        .map(place -> new SelectOption(
                                Long.toString(place.id()),
                                place.name(),
                                Long.toString(place.id()).equals(values.get("where"))))
                        .toList(),
                alike,
                key,
                assists(request),
                places.isEmpty() || templates.isEmpty(),
                photoHint);
    }

    Response propose(Request request) {
        access.paths(request);
        Tx tx = db.plain();
        FormData form = request.form();
        List<Place> places = places(request, tx);
        Template template = template(request, form);
        Place place = places.stream()
                .filter(p -> Long.toString(p.id()).equals(form.text("where")))
                .findFirst()
                .orElse(null);
        if (place == null) {
            form.wrong("where", "web.form.choose");
        }
        String title = form.required("title");
        String problem = form.required("problem");
        String idea = form.optional("idea");
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
                ? proposals.alike(tx, request.community().id(), place.id(), title, problem)
                : List.of();
        if (!form.good() || template == null || place == null || proposer == null || !alike.isEmpty()) {
            String hint = request.phrases().say("matter.form.photos.again");
            return request.again("proposal/new", view(request, places, form.values(), alike, key, hint));
        }
        ProposalDraft draft =
                new ProposalDraft(place.id(), title, problem, idea, households, form.checked("willing"), pictures, key);
        Actor by = proposer == request.user().person()
                ? new Actor(proposer, "resident")
                : Actor.of(request.user(), request.community().id(), place.path());
        Matter matter = open(request, template, draft, proposer, by);
        return Response.to(MatterAccess.url(request, matter) + "?received=1");
    }

    private @Nullable Template template(Request request, FormData form) {
        List<Template> open = proposals.open(request.user(), request.community().id());
        Optional<Template> chosen = open.size() == 1
                ? Optional.of(open.getFirst())
                : open.stream()
                        .filter(template -> template.id().equals(form.text("template")))
                        .findFirst();
        if (chosen.isEmpty()) {
            form.wrong("template", "web.form.choose");
        }
        return chosen.orElse(null);
    }

    // Two copies of one form at once: the later one finds the earlier one's matter at the second look.
    private Matter open(Request request, Template template, ProposalDraft draft, long proposer, Actor by) {
        int here = request.community().id();
        try {
            return db.transact(tx -> proposals.open(tx, here, template.id(), draft, proposer, by))
                    .matter();
        } catch (Refused refused) {
            if (!refused.refusal().key().equals("matter.open.again")) {
                throw refused;
            }
            return db.transact(tx -> proposals.open(tx, here, template.id(), draft, proposer, by))
                    .matter();
        }
    }

    private static @Nullable Long proposer(Request request, Tx tx, FormData form, @Nullable Place place) {
        String code = form.optional("person_code");
        if (code.isEmpty()) {
            if (assists(request) && request.user().household() == 0) {
                form.wrong("person_code", "matter.form.for-whom");
            }
            return request.user().person();
        }
        var person = assists(request)
                ? MatterPeopleStore.byCode(tx, request.community().id(), code)
                : null;
        if (person == null || person.isEmpty()) {
            form.wrong("person_code", "matter.form.no-such-person");
            return null;
        }
        if (place != null && !person.get().householdPath().startsWith(place.path())) {
            form.wrong("person_code", "matter.form.lives-elsewhere", place.name());
        }
        return person.get().id();
    }

    private static List<ProposalDraft.Picture> pictures(Request request, FormData form) {
        List<FileUpload> files =
                request.uploads().stream().filter(file -> file.size() > 0).toList();
        if (files.size() > Proposals.MOST_PHOTOS) {
            form.wrong("photos", "matter.photos.many", Proposals.MOST_PHOTOS);
            return List.of();
        }
        List<ProposalDraft.Picture> pictures = new ArrayList<>();
        for (FileUpload file : files) {
            if (file.size() > MOST_BYTES) {
                form.wrong("photos", "matter.photos.large");
                continue;
            }
            try {
                pictures.add(ProposalDraft.Picture.develop(Path.of(file.uploadedFileName())));
            } catch (Refused refused) {
                form.wrong("photos", refused.refusal());
            }
        }
        return pictures;
    }
}
