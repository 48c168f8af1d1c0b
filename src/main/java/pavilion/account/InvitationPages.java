package pavilion.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.PaperFormat;
import pavilion.document.PaperPrinter;
import pavilion.identity.Role;
import pavilion.roster.Place;
import pavilion.roster.PlaceStore;
import pavilion.rules.Refused;
import pavilion.text.CommunityTime;
import pavilion.web.Access;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** Printing invitations: for a courtyard on sheets of A4, or one for somebody who lost the password. */
public final class InvitationPages {
    private static final Access COMMITTEE = Access.of(Role.COMMITTEE);
    private static final String REPRESENTATIVES = "representatives";
    private static final String ALL = "all";

    private final Database database;
    private final Clock clock;
    private final Invitations invitations;
    private final PaperPrinter printer;
    private final @Nullable String publicUrl;

    /** @param publicUrl how residents reach the server; null where nobody said, and then no invitation is printed */
    public InvitationPages(
            Database database, Clock clock, Invitations invitations, PaperPrinter printer, @Nullable String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.invitations = invitations;
        this.printer = printer;
        this.publicUrl = publicUrl;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/c/:c/desk/slips", COMMITTEE, this::choose),
                Route.post(
                        "/c/:c/desk/slips",
                        COMMITTEE,
                        this::forCourtyard,
                        FormField.choice("courtyard"),
                        FormField.choice("whom", REPRESENTATIVES, ALL)),
                Route.post("/c/:c/desk/people/:id/slip", COMMITTEE, this::forPerson),
                Route.post("/c/:c/desk/people/:id/slip/revoke", COMMITTEE, this::revoke));
    }

    private Map<String, Object> model(Request request) {
        int here = request.community().id();
        List<Place> courtyards = PlaceStore.ofKind(database.plain(), here, "courtyard", "/").stream()
                .filter(place -> request.user().has(Role.COMMITTEE, here, place.path()))
                .toList();
        List<String> names = InvitationStore.unusualNames(
                database.plain(), here, courtyards.stream().map(Place::path).toList());
        Map<String, Object> model = new HashMap<>();
        model.put("unreachable", publicUrl == null);
        model.put(
                "unprintable",
                PaperPrinter.unprintable(Stream.concat(
                                Stream.of(request.community().name()),
                                Stream.concat(courtyards.stream().map(Place::name), names.stream()))
                        .toArray(String[]::new)));
        model.put(
                "courtyards",
                courtyards.stream()
                        .map(p -> Map.of("value", p.code(), "label", p.name()))
                        .toList());
        return model;
    }

    private Response choose(Request request) {
        return request.page("account/invitations", model(request));
    }

    // What a browser says of the server's address may be anybody's; on paper it would lead people with their codes
    // there. Refused
    // before anything is issued, so that the invitations already handed out go on working.
    private String address() {
        if (publicUrl == null) {
            throw new Refused("roster.invitations.no-address");
        }
        return publicUrl;
    }

    private Response forCourtyard(Request request) {
        String address = address();
        String code = request.form().required("courtyard");
        Optional<Place> place =
                PlaceStore.byCode(database.plain(), request.community().id(), "courtyard", code);
        if (place.isEmpty()) {
            request.form().wrong("courtyard", "web.form.choose");
            return again(request);
        }
        boolean all = request.form().text("whom").equals(ALL);
        List<Invitation> issued = invitations.forPlace(
                request.user(), request.community().id(), place.get().id(), !all);
        if (issued.isEmpty()) {
            request.form().wrong("courtyard", "roster.invitations.nobody");
            return again(request);
        }
        return print(request, address, place.get().name(), place.get().code(), issued);
    }

    private Response again(Request request) {
        Map<String, Object> model = model(request);
        model.put("errors", request.form().errors());
        return request.again("account/invitations", model);
    }

    private Response forPerson(Request request) {
        String address = address();
        Invitation invitation =
                invitations.forPerson(request.user(), request.community().id(), request.id("id"));
        return print(request, address, request.community().name(), "one", List.of(invitation));
    }

    private Response revoke(Request request) {
        try {
            invitations.revoke(request.user(), request.community().id(), request.id("id"));
        } catch (Refused none) {
            // There was none to revoke, which is what was wanted.
        }
        return Response.to("/c/" + request.community().code() + "/desk/people/" + request.id("id"));
    }

    private Response print(Request request, String address, String where, String file, List<Invitation> issued) {
        LocalDate until = LocalDate.ofInstant(issued.getFirst().until(), CommunityTime.ZONE);
        InvitationPaper paper = new InvitationPaper(
                request.lang(),
                clock.instant(),
                "slips-" + file,
                request.community().name(),
                where,
                address + "/slip",
                until,
                issued.stream()
                        .map(i -> new InvitationPaper.Addressee(i.household() + " " + i.name(), i.code()))
                        .toList());
        return Response.file(
                PaperFormat.PDF.type(), PaperFormat.PDF.fileName(paper), printer.print(paper, PaperFormat.PDF));
    }
}
