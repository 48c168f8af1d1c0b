package pavilion.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.electorate.Electorates;
import pavilion.electorate.Voter;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.poll.Poll;
import pavilion.poll.PollVoter;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.proxy.ProxyLetter;
import pavilion.proxy.ProxyLetters;
import pavilion.rules.Basis;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.procedure.PollLength;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.SessionVote;
import pavilion.session.conduct.SessionModule;
import pavilion.session.presence.Presence;
import pavilion.text.CommunityTime;

/** Puts a question to the vote: to those present in a session, or to the whole roll over days. */
public final class Questions {
    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Electorates electorates;
    private final Polls polls;
    private final ProxyLetters letters;
    private final SessionModule sessions;

    public Questions(
            Database db,
            Clock clock,
            Matters matters,
            Electorates electorates,
            Polls polls,
            ProxyLetters letters,
            SessionModule sessions) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.electorates = electorates;
        this.polls = polls;
        this.letters = letters;
        this.sessions = sessions;
    }

    /** What is asked on the item under consideration. */
    public interface Wording {
        Question of(AgendaItem item);
    }

    /**
     * Puts the motion under consideration to the vote of those present, yes or no by ballot.
     *
     * @return the poll
     */
    public long put(int community, long session, Actor by) {
        return put(
                community,
                session,
                item -> {
                    if (item.motion().isBlank()) {
                        throw new Refused("session.refused.no-motion");
                    }
                    return Question.motion(item.id(), item.motion());
                },
                by);
    }

    /**
     * Puts a question on the item under consideration to those present: the roll and who is present are frozen here.
     *
     * @return the poll
     * @throws Refused without a matter, without a quorum, while another poll is open, or where the vote on the matter lasts for
     *     days; and for a show of hands where the rule counts area or asks for secrecy
     */
    public long put(int community, long session, Wording wording, Actor by) {
        long poll = db.transact(tx -> put(tx, SessionChanges.locked(tx, community, session), wording, by));
        sessions.changes().tell(community, session);
        return poll;
    }

    /** The same within a transaction; the caller tells the pages after the commit. */
    public long put(Tx tx, Session session, Wording wording, Actor by) {
        SessionChanges.requireOpen(session);
        sessions.changes().requireNoOpenPoll(tx, session);
        AgendaItem item = SessionChanges.current(tx, session);
        if (item.matter() == null) {
            throw new Refused("session.refused.no-matter");
        }
        Question question = question(item, wording);
        sessions.speakers().endTurn(tx, session, by);
        Matter matter = matters.locked(tx, session.community(), item.matter());
        Matters.requireOpen(matter);
        Rule rule = matters.rule(matter);
        if (question.byHands() && (rule.basis() == Basis.OWNER || rule.secrecy() != Secrecy.NAMED)) {
            throw new Refused("session.refused.hands");
        }
        if (question.purpose() == Question.Purpose.DECIDES) {
            SessionVote.refusal(tx, matters, polls, matter).ifPresent(no -> {
                throw new Refused(no);
            });
            atPoll(tx, matter, by);
        }
        Poll draft = Poll.draft(session.community(), matter.id(), session.id(), question, rule, null);
        List<ProxyLetter> given = letters.forPoll(tx, session.community(), session.id(), matter.id(), rule);
        Presence presence = Presence.of(tx, session);
        Set<Long> present = new HashSet<>(presence.voters());
        Map<Long, ProxyLetter> used = represented(presence, given, present);
        long poll = open(tx, draft, sessions.rolls().voters(tx, session), present, used, by);
        SessionChanges.touch(tx, session);
        return poll;
    }

    private static Question question(AgendaItem item, Wording wording) {
        if (item.debate().ending() != null) {
            throw new Refused("motion.refused.ended");
        }
        Question question = wording.of(item);
        if (question.purpose() == Question.Purpose.DECIDES && item.debate().unsettled() > 0) {
            throw new Refused("motion.refused.unsettled", item.debate().unsettled());
        }
        return question;
    }

    /**
     * Opens a poll over days, without a session: everybody on the roll may cast until the given moment.
     *
     * @return the poll
     * @throws Refused where the matter is not at a stage of a vote, was put to the vote before, the moment has passed, or the
     *     poll would be shorter or longer than the template allows
     */
    public long openLong(int community, long matterId, String question, Instant closesAt, Actor by) {
        return db.transact(tx -> {
            Matter waiting = matters.locked(tx, community, matterId);
            Matters.requireOpen(waiting);
            Matter matter = atPoll(tx, waiting, by);
            if (matters.stage(matter).kind() != StageKind.POLL) {
                throw new Refused("session.refused.not-poll-stage");
            }
            if (!closesAt.isAfter(clock.instant())) {
                throw new Refused("session.refused.closes-past");
            }
            PollLength.of(matters.stage(matter), matters.today(), matters.book().holidays())
                    .require(LocalDate.ofInstant(closesAt, CommunityTime.ZONE));
            requireFirst(tx, matter);
            Rule rule = matters.rule(matter);
            List<Voter> roll =
                    electorates.freeze(tx, community, matter.placePath(), rule).voters();
            Set<Long> voters = roll.stream().map(Voter::voter).collect(Collectors.toSet());
            Map<Long, ProxyLetter> used = letters.forPoll(tx, community, null, matterId, rule).stream()
                    .filter(letter -> voters.contains(letter.voter()))
                    .collect(Collectors.toMap(ProxyLetter::voter, letter -> letter));
            Poll draft = Poll.draft(community, matterId, null, Question.motion(null, question), rule, closesAt);
            return open(tx, draft, roll, null, used, by);
        });
    }

    /**
     * Puts off the last moment of a poll over days: once, where its template allows that, before it has passed.
     *
     * @throws Refused otherwise, without a reason, and for a moment that is not later or longer than the template allows
     */
    public void extend(int community, long id, Instant closesAt, String reason, Actor by) {
        if (reason.isBlank()) {
            throw new Refused("session.refused.reason");
        }
        db.run(tx -> {
            Poll poll = polls.extension().locked(tx, community, id);
            Matter matter = matters.locked(tx, community, poll.matter());
            Stage stage = matters.stage(matter);
            if (poll.session() != null || stage.extensions() == 0) {
                throw new Refused("session.refused.extend-never");
            }
            LocalDate opened = LocalDate.ofInstant(Objects.requireNonNull(poll.openedAt()), CommunityTime.ZONE);
            LocalDate closes = LocalDate.ofInstant(closesAt, CommunityTime.ZONE);
            PollLength.of(stage, opened, matters.book().holidays()).requireLatest(closes);
            polls.extension().extend(tx, poll, closesAt, reason, by.post());
            matters.extended(tx, matter, closes, by, reason);
        });
    }

    /** The matter at its stage of the vote, if it waited for a session. */
    private Matter atPoll(Tx tx, Matter matter, Actor by) {
        return matters.stage(matter).kind() == StageKind.SESSION
                ? matters.toPoll(tx, matter.community(), matter.id(), by, "")
                : matter;
    }

    private void requireFirst(Tx tx, Matter matter) {
        if (polls.newestOfMatter(tx, matter.community(), matter.id()).isPresent()) {
            throw new Refused("session.refused.poll-exists");
        }
    }

    /** @param present null: presence does not matter */
    private long open(
            Tx tx, Poll draft, List<Voter> roll, @Nullable Set<Long> present, Map<Long, ProxyLetter> used, Actor by) {
        long poll = polls.draft(tx, draft);
        List<PollVoter> voters =
                roll.stream().map(voter -> voter(voter, present, used)).toList();
        polls.open(tx, draft.community(), poll, voters, present == null ? null : present.size(), by.post());
        letters.use(tx, draft.community(), poll, List.copyOf(used.values()));
        return poll;
    }

    private static PollVoter voter(Voter voter, @Nullable Set<Long> present, Map<Long, ProxyLetter> used) {
        ProxyLetter letter = used.get(voter.voter());
        return new PollVoter(
                letter == null ? voter : voter.castBy(letter.holder()),
                present == null || present.contains(voter.voter()));
    }

    /** The letters of those present by proxy; where a letter is not for this question, its voter is not present for it. */
    private static Map<Long, ProxyLetter> represented(Presence presence, List<ProxyLetter> given, Set<Long> present) {
        Map<Long, ProxyLetter> byId = given.stream().collect(Collectors.toMap(ProxyLetter::id, letter -> letter));
        Map<Long, ProxyLetter> used = new HashMap<>();
        presence.letters().forEach((voter, letterId) -> {
            ProxyLetter letter = byId.get(letterId);
            if (letter == null) {
                present.remove(voter);
            } else {
                used.put(voter, letter);
            }
        });
        return used;
    }
}
