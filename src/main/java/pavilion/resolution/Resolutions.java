package pavilion.resolution;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.OutcomeHandler;
import pavilion.matter.VoteResult;
import pavilion.rules.Refusal;
import pavilion.rules.Refused;
import pavilion.rules.Sha256;
import pavilion.rules.procedure.Deadline;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.Stage;
import pavilion.text.CommunityTime;

/** Writes the outcome down and posts it for the lawful days: Residents' Committee Organic Law (2025), Art. 34. */
public final class Resolutions implements OutcomeHandler {
    private final Matters matters;

    Resolutions(Matters matters) {
        this.matters = matters;
    }

    @Override
    public LocalDate post(Tx tx, Matter matter, VoteResult conclusion, Stage publicity, Actor by, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, CommunityTime.ZONE);
        LocalDate until =
                Deadline.lastDay(today, publicity.defaultDays(), matters.book().holidays());
        int next = ResolutionStore.nextNumber(tx, matter.community(), today.getYear());
        String number = String.format(Locale.ROOT, "R-%d-%03d", today.getYear(), next);
        String kind = conclusion.ending().name().toLowerCase(Locale.ROOT);
        String content = new JsonObject()
                .put("number", number)
                .put("matter", matter.number())
                .put("title", matter.title())
                .put("kind", kind)
                .put("rule", matter.rule())
                .put("body", conclusion.adopted())
                .put("outcome", conclusion.outcome())
                .put("poll", conclusion.poll())
                .put("posted", at.toEpochMilli())
                .put("until", until.toString())
                .encode();
        String hash = Sha256.of(content);
        ResolutionStore.insert(
                tx,
                matter,
                new ResolutionStore.Posting(
                        number,
                        matter.title(),
                        conclusion.adopted(),
                        conclusion.minority(),
                        kind,
                        conclusion.outcome(),
                        conclusion.poll(),
                        hash,
                        content,
                        at,
                        until,
                        by));
        matters.act(
                tx,
                matter,
                "resolution",
                by,
                new JsonObject()
                        .put("number", number)
                        .put("kind", kind)
                        .put("sha256", hash)
                        .put("until", until.toString()));
        return until;
    }

    @Override
    public void withdraw(Tx tx, Matter matter, String reason, Instant at) {
        ResolutionStore.ofMatter(tx, matter.community(), matter.id())
                .filter(Resolution::inForce)
                .ifPresent(resolution -> ResolutionStore.withdraw(tx, resolution, reason, at));
    }

    /** An agreement goes on to the work; what was not agreed ends here, after its notice, under its own name. */
    @Override
    public Optional<Ending> afterNotice(Tx tx, Matter matter) {
        String kind = ResolutionStore.ofMatter(tx, matter.community(), matter.id())
                .filter(Resolution::inForce)
                .map(Resolution::kind)
                .orElse("");
        if (kind.equals("agreed")) {
            ResolutionStore.effective(tx, matter.community(), matter.id(), matters.now());
        }
        return switch (kind) {
            case "no_agreement" -> Optional.of(Ending.NO_AGREEMENT);
            case "not_quorate" -> Optional.of(Ending.NOT_QUORATE);
            default -> Optional.empty();
        };
    }

    /** The notice has run in full, and every objection has its answer. */
    Optional<Refusal> shut(Tx tx, Matter matter, Actor by, LocalDate today) {
        Resolution resolution = ResolutionStore.ofMatter(tx, matter.community(), matter.id())
                .filter(Resolution::inForce)
                .orElse(null);
        if (resolution == null) {
            return Optional.of(Refusal.of("resolution.gate.none"));
        }
        LocalDate due = matter.stageDue();
        if (!resolution.noticeUntil().isBefore(today) || (due != null && !due.isBefore(today))) {
            return Optional.of(Refusal.of(
                    "resolution.gate.running", resolution.noticeUntil().toString()));
        }
        int open = ObjectionStore.open(tx, resolution);
        return open > 0 ? Optional.of(Refusal.of("resolution.gate.objections", open)) : Optional.empty();
    }

    /** The minority writes its own words; while the notice runs they can be entered or corrected. */
    void minority(Tx tx, Matter matter, String text, Actor by) {
        Resolution resolution = ResolutionStore.ofMatter(tx, matter.community(), matter.id())
                .filter(Resolution::inForce)
                .orElseThrow(() -> new Refused("resolution.gate.none"));
        if (resolution.noticeUntil().isBefore(matters.today())) {
            throw new Refused("resolution.minority.late");
        }
        ResolutionStore.minority(tx, resolution, text);
        matters.act(tx, matter, "resolution.minority", by, new JsonObject().put("text", text));
    }
}
