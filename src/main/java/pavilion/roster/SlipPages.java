package pavilion.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.document.Printing;
import pavilion.document.Slips;
import pavilion.rules.Refused;
import pavilion.web.Access;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Role;
import pavilion.web.Templates;
import pavilion.web.Visit;

/** Printing slips: for a courtyard on sheets of A4, or one for somebody who lost the password. */
public final class SlipPages {
    private static final Access COMMITTEE = Access.of(Role.COMMITTEE);

    private final Database database;
    private final Clock clock;
    private final Invitations invitations;
    private final Printing printing;
    private final @Nullable String publicUrl;
    private final PlaceStore places = new PlaceStore();

    /** @param publicUrl how residents reach the house; if nobody said, as the clerk who prints reaches it */
    public SlipPages(
            Database database, Clock clock, Invitations invitations, Printing printing, @Nullable String publicUrl) {
        this.database = database;
        this.clock = clock;
        this.invitations = invitations;
        this.printing = printing;
        this.publicUrl = publicUrl;
    }

    public List<Door> doors() {
        return List.of(
                Door.get("/c/:c/desk/slips", COMMITTEE, this::choose),
                Door.post("/c/:c/desk/slips", COMMITTEE, this::forCourtyard),
                Door.post("/c/:c/desk/people/:id/slip", COMMITTEE, this::forPerson),
                Door.post("/c/:c/desk/people/:id/slip/revoke", COMMITTEE, this::revoke));
    }

    private Map<String, Object> model(Visit visit) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "courtyards",
                places.ofKind(database.plain(), visit.here().id(), "courtyard", "/").stream()
                        .filter(p -> visit.me().has(Role.COMMITTEE, visit.here().id(), p.path()))
                        .map(p -> Map.of("value", p.code(), "label", p.name()))
                        .toList());
        return model;
    }

    private Answer choose(Visit visit) {
        return visit.page("roster/slips", model(visit));
    }

    private Answer forCourtyard(Visit visit) {
        String code = visit.form().required("courtyard", 60);
        Optional<Place> place = places.byCode(database.plain(), visit.here().id(), "courtyard", code);
        if (place.isEmpty()) {
            visit.form().wrong("courtyard", "web.form.choose");
            return again(visit);
        }
        boolean all = visit.form().text("whom").equals("all");
        List<Invitations.Slip> slips =
                invitations.forPlace(visit.me(), visit.here().id(), place.get().id(), !all);
        if (slips.isEmpty()) {
            visit.form().wrong("courtyard", "roster.slips.nobody");
            return again(visit);
        }
        return print(visit, place.get().name(), place.get().code(), slips);
    }

    private Answer again(Visit visit) {
        Map<String, Object> model = model(visit);
        model.put("errors", visit.form().errors());
        return visit.again("roster/slips", model);
    }

    private Answer forPerson(Visit visit) {
        Invitations.Slip slip = invitations.forPerson(visit.me(), visit.here().id(), visit.id("id"));
        return print(visit, visit.here().name(), "one", List.of(slip));
    }

    private Answer revoke(Visit visit) {
        try {
            invitations.revoke(visit.me(), visit.here().id(), visit.id("id"));
        } catch (Refused none) {
            // Nothing left to revoke is what was wanted.
        }
        return Answer.to("/c/" + visit.here().code() + "/desk/people/" + visit.id("id"));
    }

    private Answer print(Visit visit, String where, String file, List<Invitations.Slip> slips) {
        Instant now = clock.instant();
        LocalDate until = LocalDate.ofInstant(slips.getFirst().until(), Templates.ZONE);
        Slips paper = new Slips(
                visit.here().name(),
                where,
                origin(visit) + "/slip",
                until,
                slips.stream()
                        .map(s -> new Slips.Slip(s.household() + " " + s.name(), s.code()))
                        .toList());
        return Answer.file("application/pdf", "slips-" + file + ".pdf", printing.slips(paper, visit.lang(), now));
    }

    private String origin(Visit visit) {
        if (publicUrl != null) {
            return publicUrl;
        }
        String host = visit.headers().get("Host");
        String plain = host == null || !host.matches("[A-Za-z0-9.:\\[\\]-]{1,200}") ? "localhost" : host;
        return (visit.front().https() ? "https://" : "http://") + plain;
    }
}
