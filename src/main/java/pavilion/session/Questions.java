package pavilion.session;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import pavilion.rules.Outcome;
import pavilion.rules.Refused;
import pavilion.rules.Rule;
import pavilion.rules.Secrecy;
import pavilion.rules.procedure.StageKind;

/** Puts a question to the vote: of those present in a meeting, or of the whole roll over days. */
public final class Questions {
    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Electorates electorates;
    private final Polls polls;
    private final Sessions sessions;
    private final ProxyLetters letters;

    public Questions(
            Database db,
            Clock clock,
            Matters matters,
            Electorates electorates,
            Polls polls,
            Sessions sessions,
            ProxyLetters letters) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.electorates = electorates;
        this.polls = polls;
        this.sessions = sessions;
        this.letters = letters;
    }

    /** Puts the motion in hand to the vote of those present, yes or no by ballot. */
    public long open(int community, long id, Actor by) {
        return put(
                community,
                id,
                item -> {
                    if (item.motion().isBlank()) {
                        throw new Refused("session.refused.no-motion");
                    }
                    return Question.motion(item.id(), item.motion());
                },
                by);
    }

    /** What is asked on the item in hand. */
    public interface Wording {
        Question of(AgendaItem item);
    }

    /**
     * Puts a question on the item in hand to those present: the roll and the list of the present are frozen here.
     *
     * @throws Refused without a matter, a quorum, or while another poll runs; and for hands where the rule counts area or
     *     asks for secrecy
     */
    public long put(int community, long id, Wording wording, Actor by) {
        long poll = db.transact(tx -> put(tx, Sessions.locked(tx, community, id), wording, by));
        sessions.tell(community, id);
        return poll;
    }

    /** The same within a transaction; whoever calls it tells the room afterwards. */
    public long put(Tx tx, Session session, Wording wording, Actor by) {
        int community = session.community();
        Sessions.requireOpen(session);
        sessions.requireNoOpenPoll(tx, session);
        AgendaItem item = sessions.current(tx, session);
        if (item.matter() == null) {
            throw new Refused("session.refused.no-matter");
        }
        if (item.debate().ended() != null) {
            throw new Refused("motion.refused.ended");
        }
        Question ask = wording.of(item);
        if (ask.purpose() == Question.Purpose.DECIDES && item.debate().unsettled() > 0) {
            throw new Refused("motion.refused.unsettled", item.debate().unsettled());
        }
        sessions.silence(tx, session, by);
        Matter matter = matters.locked(tx, community, item.matter());
        Rule rule = matters.rule(matter);
        if (ask.byHands() && (rule.basis() == Basis.OWNER || rule.secrecy() != Secrecy.NAMED)) {
            throw new Refused("session.refused.hands");
        }
        if (ask.purpose() == Question.Purpose.DECIDES) {
            if (polls.newestOfMatter(tx, community, matter.id()).isPresent()) {
                throw new Refused("session.refused.poll-exists");
            }
            if (matters.stage(matter).kind() == StageKind.SESSION) {
                matter = matters.toPoll(tx, community, matter.id(), by, "");
            }
        }
        long drafted = polls.draft(tx, Poll.draft(community, matter.id(), session.id(), ask, rule, null));
        List<ProxyLetter> given = letters.forPoll(tx, community, session.id(), matter.id(), rule);
        Set<Long> present = new HashSet<>(PresenceStore.present(tx, community, session.id()));
        Map<Long, ProxyLetter> used = represented(tx, session, given, present);
        List<PollVoter> seats = seats(sessions.roll(tx, session), present, used);
        polls.open(tx, community, drafted, seats, present.size(), by.post());
        letters.use(tx, community, drafted, List.copyOf(used.values()));
        SessionStore.touch(tx, community, session.id());
        return drafted;
    }

    /** @throws Refused where the rule of the item's matter asks for more people than are here */
    public void requireQuorum(Tx tx, Session session, AgendaItem item) {
        if (item.matter() == null) {
            return;
        }
        String rule = matters.find(tx, session.community(), item.matter())
                .map(Matter::rule)
                .orElseThrow(() -> new Refused("session.refused.no-matter"));
        int present = PresenceStore.count(tx, session.community(), session.id());
        Outcome quorum = polls.quorum(session.community(), rule, session.members(), present);
        if (!quorum.quorate()) {
            throw new Refused(
                    "poll.refused.no-quorum",
                    present,
                    session.members(),
                    quorum.steps().getFirst().least());
        }
    }

    /** A poll over days, without a meeting: everybody on the roll may take part until the given moment. */
    public long openLong(int community, long matterId, String question, Instant closesAt, Actor by) {
        return db.transact(tx -> {
            Matter matter = matters.locked(tx, community, matterId);
            if (matters.stage(matter).kind() == StageKind.SESSION) {
                matter = matters.toPoll(tx, community, matterId, by, "");
            }
            if (matters.stage(matter).kind() != StageKind.POLL) {
                throw new Refused("session.refused.not-poll-stage");
            }
            if (!closesAt.isAfter(clock.instant())) {
                throw new Refused("session.refused.closes-past");
            }
            if (polls.newestOfMatter(tx, community, matterId).isPresent()) {
                throw new Refused("session.refused.poll-exists");
            }
            Rule rule = matters.rule(matter);
            long id = polls.draft(
                    tx, Poll.draft(community, matterId, null, Question.motion(null, question), rule, closesAt));
            List<Voter> roll =
                    electorates.freeze(tx, community, matter.placePath(), rule).voters();
            Set<Long> voters = roll.stream().map(Voter::voter).collect(Collectors.toSet());
            Map<Long, ProxyLetter> used = letters.forPoll(tx, community, null, matterId, rule).stream()
                    .filter(letter -> voters.contains(letter.voter()))
                    .collect(Collectors.toMap(ProxyLetter::voter, letter -> letter));
            polls.open(tx, community, id, seats(roll, null, used), null, by.post());
            letters.use(tx, community, id, List.copyOf(used.values()));
            return id;
        });
    }

    /** The letters of those who are there through another; whose letter is not for this question is not there for it. */
    private static Map<Long, ProxyLetter> represented(
            Tx tx, Session session, List<ProxyLetter> given, Set<Long> present) {
        Map<Long, ProxyLetter> byId = given.stream().collect(Collectors.toMap(ProxyLetter::id, letter -> letter));
        Map<Long, ProxyLetter> used = new HashMap<>();
        for (PresenceStore.Represented each : PresenceStore.represented(tx, session.community(), session.id())) {
            ProxyLetter letter = byId.get(each.letter());
            if (letter == null) {
                present.remove(each.voter());
            } else {
                used.put(each.voter(), letter);
            }
        }
        return used;
    }

    private static List<PollVoter> seats(List<Voter> roll, @Nullable Set<Long> present, Map<Long, ProxyLetter> used) {
        return roll.stream()
                .map(voter -> new PollVoter(
                        used.containsKey(voter.voter())
                                ? voter.castBy(used.get(voter.voter()).holder())
                                : voter,
                        present == null || present.contains(voter.voter())))
                .toList();
    }
}
