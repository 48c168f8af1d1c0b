package pavilion.roster;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.rules.Refused;
import pavilion.text.CommunityTime;

/**
 * Imports a roll from a file: all or nothing. The same file twice changes nothing, and a dry run is the real run rolled
 * back. People and households that the file does not name stay as they are.
 */
public final class Rolls {
    private static final int CHUNK = 2000;

    private final Database database;
    private final Clock clock;

    public Rolls(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Is told how many rows have been read so far, of how many. */
    public interface Progress {
        void at(long done, long all);
    }

    /** Carries the result of a dry run out of its transaction, which is rolled back. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RollReport report;

        RolledBack(RollReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    /**
     * @param courtyard of all rows where the file has no such column; empty if that is not said
     * @param by the post or roll code that is recorded for it
     * @throws Refused if the file is not a roll, or has a column that must not be collected
     */
    public RollReport take(int community, Path file, String courtyard, boolean dryRun, String by, Progress progress) {
        RollSheet sheet = new RollSheet(courtyard);
        RollFile.read(file, sheet);
        sheet.end();
        if (sheet.flawed > 0) {
            return flawed(sheet);
        }
        try {
            RollReport taken = database.transactJob(tx -> {
                RollReport report = write(tx, community, sheet, dryRun, progress);
                if (dryRun || !report.good()) {
                    throw new RolledBack(report);
                }
                if (report.changed() > 0) {
                    String payload = RollPayload.of("rows", report.rows(), "changed", report.changed());
                    AuditStore.append(tx, community, "roll", "roll.imported", by, payload, clock.instant());
                }
                return report;
            });
            database.analyze();
            return taken;
        } catch (RolledBack back) {
            return back.report;
        }
    }

    /** Gives a place another name; its code stays, and what was posted keeps the name it had. */
    void rename(Tx tx, Place place, String name, String by) {
        RollStore.rename(tx, place, name);
        String payload = RollPayload.of("place", place.code(), "name", name);
        AuditStore.append(tx, place.community(), "roll", "place.named", by, payload, clock.instant());
    }

    private RollReport write(Tx tx, int community, RollSheet sheet, boolean dryRun, Progress progress) {
        RollStore.open(tx, community);
        RollCodes codes = new RollCodes(sheet, KnownRollStore.read(tx, community));
        List<RollSheet.Entry> rows = codes.complete();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            int to = Math.min(rows.size(), from + CHUNK);
            RollStore.stage(tx, rows.subList(from, to), codes.courtyardNames());
            progress.at(to, rows.size());
        }
        RollStore.analyze(tx, "roll_row");
        RollStore.moved(tx, community).forEach(line -> sheet.flaw(line, "courtyard", "roster.roll.moved"));
        if (sheet.flawed > 0) {
            return flawed(sheet);
        }
        RollStore.keepUnsaid(tx, community, sheet);
        LocalDate today = LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE);
        RollEffectStore.before(tx, community);
        RollStore.courtyards(tx, community);
        RollStore.buildings(tx, community);
        RollStore.analyze(tx, "place");
        long householdsNew = RollStore.households(tx, community);
        RollStore.analyze(tx, "place");
        long householdsChanged = RollStore.areas(tx, community);
        long peopleChanged = RollStore.peopleChanged(tx, community);
        long peopleNew = RollStore.peopleNew(tx, community);
        RollStore.analyze(tx, "person");
        long ended = RollStore.end(tx, community, today);
        long begun = RollStore.begin(tx, community, today);
        return new RollReport(
                !dryRun,
                rows.size(),
                householdsNew,
                householdsChanged,
                peopleNew,
                peopleChanged,
                Math.max(ended, begun),
                RollEffectStore.after(tx, community),
                List.copyOf(sheet.notes),
                0,
                List.of());
    }

    private static RollReport flawed(RollSheet sheet) {
        return new RollReport(
                false,
                sheet.entries.size(),
                0,
                0,
                0,
                0,
                0,
                RollEffects.NONE,
                List.of(),
                sheet.flawed,
                List.copyOf(sheet.flaws));
    }
}
