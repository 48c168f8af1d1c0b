package pavilion.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.matter.Matter;
import pavilion.matter.MatterLine;
import pavilion.matter.MatterRegistry;
import pavilion.matter.StageAction;
import pavilion.matter.StageFact;
import pavilion.matter.StageFacts;
import pavilion.matter.StageGuard;
import pavilion.matter.StageRegistration;
import pavilion.poll.MatterPollStore;
import pavilion.poll.MatterPollStore.OpenPoll;
import pavilion.rules.Refusal;
import pavilion.rules.procedure.StageKind;
import pavilion.session.MatterSessionStore;

/** The stages in which a matter is decided, in a session or by a poll over days: their outcome alone leads on. */
public final class DecisionStages {
    private static final StageGuard ONLY_BY_ITS_OUTCOME =
            (tx, matter, by, today) -> Optional.of(Refusal.of("matter.gate.session"));
    private static final OpenPoll NONE = new OpenPoll(null, false, false);

    private DecisionStages() {}

    /** Stages SESSION, POLL and COUNT with their documents. Their next actions are panels of the session. */
    public static void register(MatterRegistry registry) {
        registry.stage(
                StageRegistration.of(StageKind.SESSION, ONLY_BY_ITS_OUTCOME, DecisionStages::sessions, StageAction.NONE)
                        .enforcing("outcome", StageRegistration.MIN));
        registry.stage(StageRegistration.of(
                        StageKind.POLL, ONLY_BY_ITS_OUTCOME, DecisionStages::polls, StageAction.NONE)
                .enforcing("outcome", StageRegistration.MIN, StageRegistration.MAX, StageRegistration.EXTENSIONS));
        registry.stage(StageRegistration.of(
                        StageKind.COUNT,
                        (tx, matter, by, today) -> Optional.of(Refusal.of("matter.gate.count")),
                        DecisionStages::counts,
                        StageAction.NONE)
                .enforcing("signatures"));
        registry.hold(DecisionStages::openPoll);
        registry.documents("D05", "D06", "D07", "D08", "D10", "D19");
        // No package writes down yet which ballot was delivered to whom, nor posts the count for objections.
        registry.documentsNotOffered("D09", "D11");
    }

    private static Optional<Refusal> openPoll(Tx tx, Matter matter, Actor by, LocalDate today) {
        return MatterPollStore.openQuestion(tx, matter.community(), matter.id())
                .map(question -> Refusal.of("poll.refused.matter-held", question));
    }

    private static Map<Long, StageFact> sessions(Tx tx, CurrentUser user, List<MatterLine> lines) {
        Set<Long> called = MatterSessionStore.called(tx, lines.getFirst().community(), ids(lines));
        return facts(tx, user, lines, false, (line, poll) -> {
            if (moderates(line, user)) {
                return called.contains(line.id()) ? "chair" : "call";
            }
            return line.home(user) ? "session" : "";
        });
    }

    private static Map<Long, StageFact> polls(Tx tx, CurrentUser user, List<MatterLine> lines) {
        return facts(tx, user, lines, true, (line, poll) -> {
            if (moderates(line, user) && (poll == NONE || poll.papers())) {
                return poll == NONE ? "open" : "papers";
            }
            return poll.mayVote() ? "poll" : "";
        });
    }

    private static Map<Long, StageFact> counts(Tx tx, CurrentUser user, List<MatterLine> lines) {
        Set<Long> signed = MatterPollStore.countSignedBy(tx, lines.getFirst().community(), ids(lines), user.person());
        return StageFacts.by(lines, line -> {
            boolean watches =
                    user.has(Role.SCRUTINEER, line.community()) || user.has(Role.SUPERVISION, line.community());
            return StageFact.badge(watches && !signed.contains(line.id()) ? "count" : "");
        });
    }

    private static boolean moderates(MatterLine line, CurrentUser user) {
        return line.served(user, Role.COMMITTEE) || line.served(user, Role.MODERATOR);
    }

    /** @param polls whether the stage is for a poll: then it waits for one to be opened */
    private static Map<Long, StageFact> facts(
            Tx tx,
            CurrentUser user,
            List<MatterLine> lines,
            boolean polls,
            BiFunction<MatterLine, OpenPoll, String> badge) {
        Map<Long, OpenPoll> open = MatterPollStore.open(tx, lines.getFirst().community(), ids(lines), user.person());
        return StageFacts.by(lines, line -> {
            OpenPoll poll = open.getOrDefault(line.id(), NONE);
            boolean unopened = polls && poll == NONE;
            return new StageFact(badge.apply(line, poll), poll.closes(), 0, false, unopened);
        });
    }

    private static List<Long> ids(List<MatterLine> lines) {
        return lines.stream().map(MatterLine::id).toList();
    }
}
