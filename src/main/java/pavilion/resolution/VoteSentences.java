package pavilion.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.audit.ChainEntry;
import pavilion.db.Tx;
import pavilion.poll.MatterPollStore;
import pavilion.poll.PlanLine;
import pavilion.poll.Poll;
import pavilion.poll.PollView;
import pavilion.rules.Figures;
import pavilion.rules.Measure;
import pavilion.rules.Outcome;
import pavilion.session.Session;
import pavilion.session.SessionStore;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;

/** How a vote was held and what was counted, in sentences: when, where, how, who presided, and every figure. */
final class VoteSentences {
    private VoteSentences() {}

    /** The poll that decided; empty where none was held on this server. */
    static Optional<Poll> poll(Tx tx, int community, Resolution.Verdict verdict) {
        return verdict.poll() == null ? Optional.empty() : MatterPollStore.find(tx, community, verdict.poll());
    }

    /** Whether people met: where they did not, nobody came, they took part. */
    static boolean met(@Nullable Poll poll) {
        return poll == null || poll.session() != null;
    }

    static List<String> of(Tx tx, Phrases phrases, Resolution.Verdict verdict, @Nullable Poll poll) {
        List<String> said = new ArrayList<>();
        if (poll != null) {
            said.add(held(tx, phrases, poll));
            said.add(phrases.say("resolution.vote.how." + how(poll)));
            List<String> counters = PollView.counters(poll.tally());
            if (!counters.isEmpty()) {
                said.add(phrases.say("poll.hands.by")
                        + counters.stream().map(phrases::post).collect(Collectors.joining(phrases.say("book.comma"))));
            }
        }
        if (verdict.outcome() != null) {
            said.addAll(counted(phrases, Outcome.fromMap(verdict.outcome().getMap()), met(poll)));
        }
        return said;
    }

    private static String held(Tx tx, Phrases phrases, Poll poll) {
        Instant opened = Objects.requireNonNull(poll.openedAt());
        String from = moment(phrases, opened);
        String until = moment(phrases, Objects.requireNonNull(poll.closedAt()));
        Session session = poll.session() == null
                ? null
                : SessionStore.find(tx, poll.community(), poll.session()).orElse(null);
        if (session == null) {
            return phrases.say("resolution.vote.days", from, until);
        }
        String venue = session.call().venue().isBlank()
                ? session.place().name()
                : session.call().venue();
        return phrases.say("resolution.vote.session", from, until, venue, session.title(), chair(tx, phrases, session));
    }

    private static String chair(Tx tx, Phrases phrases, Session session) {
        return AuditStore.read(tx, session.community(), "session/" + session.id()).stream()
                .filter(act -> act.act().equals("session.opened"))
                .map(ChainEntry::by)
                .findFirst()
                .map(phrases::post)
                .orElse(phrases.post("moderator"));
    }

    private static String moment(Phrases phrases, Instant at) {
        return phrases.say(
                "resolution.vote.moment",
                Integer.toString(at.atZone(CommunityTime.ZONE).getYear()),
                phrases.when(at));
    }

    private static String how(Poll poll) {
        return poll.question().byHands() ? "hands" : poll.secrecy().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> counted(Phrases phrases, Outcome outcome, boolean met) {
        Figures figures = outcome.figures();
        boolean owners = figures.has(Measure.TOTAL_HEADS);
        long members = figures.get(owners ? Measure.TOTAL_HEADS : Measure.MEMBERS);
        long took = figures.get(owners ? Measure.PART_HEADS : Measure.VOTED);
        boolean gathered = met && !owners;
        long there = gathered ? figures.get(Measure.PRESENT) : members;
        String came = gathered
                ? phrases.say("resolution.vote.came", members, there, took)
                : phrases.say("resolution.vote.took-part", members, took);
        if (!outcome.plans().isEmpty()) {
            Stream<String> around = Stream.of(came, phrases.say("resolution.vote.silent", there - took));
            return Stream.concat(around, outcome.plans().stream().map(plan -> PlanLine.sentence(phrases, plan)))
                    .toList();
        }
        return List.of(
                came,
                phrases.say(
                        "resolution.vote.counts",
                        figures.get(owners ? Measure.YES_HEADS : Measure.YES),
                        figures.get(owners ? Measure.NO_HEADS : Measure.NO),
                        figures.get(owners ? Measure.ABSTAIN_HEADS : Measure.ABSTAIN),
                        there - took));
    }
}
