package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.OutcomeHandler;
import pavilion.matter.VoteResult;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.StageKind;

/**
 * Writes the outcome down; the committee posts it, for as many days as the law asks: Residents' Committee Organic Law (2025),
 * Art. 34.
 */
public final class Resolutions implements OutcomeHandler {
    private final Database db;
    private final Matters matters;

    Resolutions(Database db, Matters matters) {
        this.db = db;
        this.matters = matters;
    }

    @Override
    public void draft(Tx tx, Matter matter, VoteResult result) {
        ResolutionStore.draft(tx, matter, result);
    }

    /** @param minority what those who did not agree want printed beside it, as it stands now */
    void post(int community, long matter, String minority, Actor by) {
        db.run(tx -> post(tx, matters.locked(tx, community, matter, StageKind.PUBLICITY), minority, by));
    }

    /** Under the lock of the matter. From today it is read by everybody, and its days run. */
    void post(Tx tx, Matter matter, String minority, Actor by) {
        ResolutionDraft draft = ResolutionStore.draftOf(tx, matter.community(), matter.id())
                .orElseThrow(() -> new Refused("resolution.draft.none"));
        Instant at = matters.now();
        LocalDate today = matters.today();
        LocalDate until =
                matters.due(matters.stage(matter), matters.stage(matter).defaultDays());
        int next = ResolutionStore.nextNumber(tx, matter.community(), today.getYear());
        String number = String.format(Locale.ROOT, "R-%d-%03d", today.getYear(), next);
        String kind = Resolution.kind(draft.verdict().ending());
        Long poll = draft.verdict().poll();
        String content = new JsonObject()
                .put("number", number)
                .put("matter", matter.number())
                .put("title", draft.text().title())
                .put("kind", kind)
                .put("rule", matter.rule())
                .put("body", draft.text().body())
                .put("outcome", draft.verdict().outcome())
                .put("poll", poll)
                .put("posted", at.toEpochMilli())
                .put("until", until.toString())
                .encode();
        String hash = Sha256.of(content);
        Resolution.Posting posting = new Resolution.Posting(at, until, hash);
        ResolutionStore.post(tx, matter, draft, number, posting, content, minority, by);
        matters.act(
                tx,
                matter,
                "resolution",
                by,
                new JsonObject()
                        .put("number", number)
                        .put("kind", kind)
                        .put("sha256", hash)
                        .put("posted", at.toEpochMilli())
                        .put("until", until.toString())
                        .put("poll", poll)
                        .put("minority", minority));
        matters.reschedule(tx, matter, until);
    }

    @Override
    public void annulled(Tx tx, Matter matter, Actor by, String reason, Instant at) {
        ResolutionStore.dropDraft(tx, matter);
        Resolution.Withdrawal taken = new Resolution.Withdrawal(Resolution.Cause.VOID, at, by.post(), reason);
        inForce(tx, matter).ifPresent(resolution -> ResolutionStore.withdraw(tx, resolution, taken));
    }

    /** An agreement goes on to its tasks; what was not agreed ends here, after its notice, under its own name. */
    @Override
    public Optional<Ending> afterNotice(Tx tx, Matter matter) {
        Optional<Ending> ending =
                inForce(tx, matter).map(resolution -> resolution.verdict().ending());
        if (ending.equals(Optional.of(Ending.AGREED))) {
            ResolutionStore.effective(tx, matter.community(), matter.id(), matters.now());
        }
        return ending.filter(each -> each == Ending.NO_AGREEMENT || each == Ending.NOT_QUORATE);
    }

    /** The notice has run in full, and every objection has its answer. */
    Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        Resolution resolution = inForce(tx, matter).orElse(null);
        if (resolution == null) {
            return Optional.of(Refusal.of("resolution.gate.none"));
        }
        LocalDate until = resolution.posting().until();
        if (matters.stage(matter).requires("days") && !until.isBefore(today)) {
            return Optional.of(Refusal.of("resolution.gate.running", until.toString()));
        }
        int open = ObjectionStore.open(tx, resolution);
        return open > 0 ? Optional.of(Refusal.of("resolution.gate.objections", open)) : Optional.empty();
    }

    /** A suspended matter leaves its resolution hanging, and open to objections: its days run on. */
    Optional<LocalDate> lastDay(Tx tx, Matter matter, Actor by) {
        return inForce(tx, matter)
                .map(resolution -> resolution.posting().until())
                .filter(until -> matters.stage(matter).requires("days"));
    }

    /** The minority writes its own words; while the notice runs they can be entered or corrected. */
    void minority(int community, long matterId, String text, Actor by) {
        db.run(tx -> {
            Matter matter = matters.locked(tx, community, matterId);
            Resolution resolution = inForce(tx, matter).orElseThrow(() -> new Refused("resolution.gate.none"));
            if (!resolution.onNotice(matters.today())) {
                throw new Refused("resolution.minority.late");
            }
            ResolutionStore.minority(tx, resolution, text);
            matters.act(tx, matter, "resolution.minority", by, new JsonObject().put("text", text));
        });
    }

    private static Optional<Resolution> inForce(Tx tx, Matter matter) {
        return ResolutionStore.ofMatter(tx, matter.community(), matter.id()).filter(Resolution::inForce);
    }
}
