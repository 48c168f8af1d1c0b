package pavilion.walk;

import io.vertx.core.json.JsonObject;
import java.util.List;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.rulebook.RuleBook;

/** What holds whatever people did. */
final class Invariants {
    private final WalkedServer server;
    private final Faults faults;
    private final PollInvariants polls;

    Invariants(WalkedServer server, Faults faults) {
        this.server = server;
        this.faults = faults;
        this.polls = new PollInvariants(faults);
    }

    /** While nobody acts. */
    void polls() {
        polls.check(server.database());
    }

    /** @return what was looked at, for whoever reads the output */
    String everything() {
        int polled = polls.check(server.database());
        int exported = exports();
        int resolved = new RegisterInvariants(server, faults).check();
        int recorded = new MinutesInvariants(server, faults).check();
        log();
        return polled + " polls, " + exported + " exports, " + resolved + " resolutions and " + recorded
                + " minutes looked through";
    }

    private record Exported(String code, long matter, int home, List<Long> readers) {}

    /** Every matter's file, as whoever proposed it fetches it, or the committee where it is not for them any more. */
    private int exports() {
        Verify verify = new Verify(RuleBook.load().catalogue());
        List<Exported> matters = server.database()
                .plain()
                .list(
                        row -> new Exported(
                                row.getString(0), row.getLong(1), row.getInteger(2), List.of(row.getArrayOfLongs(3))),
                        """
                        select c.code, m.id, m.community,
                            (select array_agg(a.person order by a.person <> m.proposer, a.person) from account a
                                where a.community = m.community and (a.person = m.proposer or exists (select from role r
                                    where r.community = m.community and r.home = m.community and r.person = a.person
                                        and r.role = 'committee' and r.to_day is null)))
                        from matter m join community c on c.id = m.community order by m.id
                        """);
        for (Exported each : matters) {
            PageAnswer answer = null;
            for (int i = 0; i < each.readers.size() && (answer == null || !answer.good()); i++) {
                answer = file(each, each.readers.get(i));
            }
            if (answer == null) {
                faults.add("nobody can fetch the file of a matter", "matter " + each.matter);
                continue;
            }
            VerificationReport report = verify.check(answer.body());
            if (!report.ok()) {
                faults.add(
                        "an export does not verify",
                        "matter " + each.matter + ": " + answer.status() + " " + PageVisits.bad(report));
            }
        }
        return matters.size();
    }

    private PageAnswer file(Exported matter, long person) {
        Walker reader = new Walker(server, "a reader", matter.code, new Walker.Account(matter.home, person), "en");
        reader.signIn();
        return reader.browser.get("/c/" + matter.code + "/matters/" + matter.matter + "/matter.json");
    }

    private void log() {
        for (String line : server.process().log().lines().toList()) {
            if (line.contains("\"level\":\"ERROR\"")) {
                JsonObject entry = new JsonObject(line);
                String whole = line.substring(0, Math.min(1_500, line.length()));
                faults.add("an ERROR in the log: " + entry.getString("message"), whole);
            }
        }
    }
}
