package pavilion.proposal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.StageGuard;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.rules.procedure.NoticePeriod;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;

/** The notice: one hash locks text, options, photos and roll. Any change is a new version, and its days start anew. */
public final class Notices implements StageGuard {
    /** What a stage requires where the notice is posted in it. */
    static final String POSTED = "posted";

    private final Matters matters;
    private final Electorates electorates;

    public Notices(Matters matters, Electorates electorates) {
        this.matters = matters;
        this.electorates = electorates;
    }

    /** @throws Refused for fewer days than the stage or the rule of the matter asks for, with the article */
    public NoticeStore.Notice post(Tx tx, int community, long id, String body, int days, Actor by) {
        Matter matter = matters.locked(tx, community, id, StageKind.NOTICE);
        if (!matters.stage(matter).requires(POSTED)) {
            throw new Refused("matter.stage.not-now", matters.stage(matter).glyph());
        }
        period(matter).require(days);
        return hang(tx, matter, body, matters.template(matter).daysAllowed(matter.stage(), days), by);
    }

    /** The days that a notice of this matter must hang. */
    NoticePeriod period(Matter matter) {
        return matters.period(matter, StageKind.NOTICE);
    }

    /** Its last day is the last day of the stage. */
    private NoticeStore.Notice hang(Tx tx, Matter matter, String body, int days, Actor by) {
        Plan plan = PlanStore.of(tx, matter);
        Plans.complete(plan).ifPresent(no -> {
            throw new Refused(no);
        });
        String roll = electorates
                .freeze(tx, matter.community(), matter.placePath(), matters.rule(matter))
                .electorate()
                .hash();
        int version = NoticeStore.nextVersion(tx, matter);
        String content = content(tx, matter, version, body, plan, roll);
        LocalDate until = matters.due(matters.stage(matter), days);
        var notice = new NoticeStore.Notice(
                version, body, content, Sha256.of(content), roll, by.post(), matters.now(), days, until, null);
        NoticeStore.replace(tx, matter, matters.now());
        NoticeStore.insert(tx, matter, notice);
        matters.reschedule(tx, matter, until);
        matters.act(
                tx,
                matter,
                "notice",
                by,
                new JsonObject()
                        .put("version", version)
                        .put("sha256", notice.sha256())
                        .put("until", until.toString()));
        return notice;
    }

    // Keys in the order written here: the same facts give the same text and so the same hash.
    private String content(Tx tx, Matter matter, int version, String body, Plan plan, String roll) {
        List<String> pictures = PhotoStore.hashes(tx, matter);
        return new JsonObject()
                .put("number", matter.number())
                .put("version", version)
                .put("title", matter.title())
                .put("problem", matter.problem())
                .put("rule", matter.rule())
                .put("body", body)
                .put("plan", Plans.json(plan))
                .put("photos", new JsonArray(pictures))
                .put("roll", roll)
                .encode();
    }

    /** Back to the notice after an objection was upheld: what was announced no longer holds, and the days start anew. */
    public Matter reopen(Tx tx, Matter matter, Actor by, String reason) {
        Matters.requireOpen(matter);
        Stage notice = matters.template(matter)
                .first(StageKind.NOTICE)
                .orElseThrow(() -> new Refused("matter.stage.no-notice"));
        NoticeStore.replace(tx, matter, matters.now());
        return matters.enter(tx, matter, notice, "return", matters.due(notice, notice.defaultDays()), by, reason);
    }

    /** A notice that was interrupted hangs anew, as its next version, for as many full days as before. */
    Optional<LocalDate> lastDay(Tx tx, Matter matter, Actor by) {
        return matters.stage(matter).requires(POSTED)
                ? NoticeStore.current(tx, matter)
                        .map(notice -> hang(tx, matter, notice.body(), notice.days(), by)
                                .until())
                : Optional.empty();
    }

    /** Those of the matters whose notice hangs. */
    Set<Long> hanging(Tx tx, int community, Collection<Long> matters) {
        return NoticeStore.hanging(tx, community, matters);
    }

    public Optional<NoticeStore.Notice> current(Tx tx, Matter matter) {
        return NoticeStore.current(tx, matter);
    }

    List<NoticeStore.Notice> all(Tx tx, Matter matter) {
        return NoticeStore.all(tx, matter);
    }

    /** The notice hangs, and its own last day is over in full. */
    @Override
    public Optional<Refusal> refusal(Tx tx, Matter matter, Actor by, LocalDate today) {
        if (!matters.stage(matter).requires(POSTED)) {
            return Optional.empty();
        }
        return NoticeStore.current(tx, matter)
                .map(notice -> notice.until().isBefore(today)
                        ? Optional.<Refusal>empty()
                        : Optional.of(Refusal.of(
                                "matter.gate.notice.running", notice.until().toString())))
                .orElseGet(() -> Optional.of(Refusal.of("matter.gate.notice.none")));
    }
}
