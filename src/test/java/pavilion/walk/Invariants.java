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

    private record Exported(String code, long matter, int home, long reader) {}

    /** Every matter's file, as whoever proposed it fetches it. */
    private int exports() {
        Verify verify = new Verify(RuleBook.load().catalogue());
        List<Exported> matters = server.database()
                .plain()
                .list(row -> new Exported(row.getString(0), row.getLong(1), row.getInteger(2), row.getLong(3)), """
                        select c.code, m.id, m.community, coalesce((select a.person from account a
                                where a.community = m.community and a.person = m.proposer),
                            (select min(r.person) from role r join account a on a.community = r.home and a.person = r.person
                                where r.community = m.community and r.home = m.community and r.role = 'committee'))
                        from matter m join community c on c.id = m.community order by m.id
                        """);
        for (Exported each : matters) {
            Walker reader = new Walker(server, "a reader", each.code, new Walker.Account(each.home, each.reader), "en");
            reader.signIn();
            PageAnswer answer = reader.browser.get("/c/" + each.code + "/matters/" + each.matter + "/matter.json");
            VerificationReport report = verify.check(answer.body());
            if (!report.ok()) {
                faults.add(
                        "an export does not verify",
                        "matter " + each.matter + ": " + answer.status() + " " + PageVisits.bad(report));
            }
        }
        return matters.size();
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
