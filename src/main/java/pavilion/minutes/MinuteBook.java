package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.minutes.HandCount.AgreedHands;
import pavilion.motion.MotionLog;
import pavilion.poll.Polls;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.SessionChanges;
import pavilion.session.conduct.SessionRecord;
import pavilion.session.presence.Presence;
import pavilion.web.HttpError;

/** What may be done with minutes: write, submit to those present, answer, take back, approve, add to. */
final class MinuteBook {
    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Polls polls;

    MinuteBook(Database db, Clock clock, Matters matters, Polls polls) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.polls = polls;
    }

    SessionRecord log(Tx tx, int community, long session) {
        return SessionRecord.read(tx, polls, community, session).orElseThrow(HttpError::notFound);
    }

    /** The text as it was submitted; while it is a draft, as it would be submitted now. */
    JsonObject text(Tx tx, Minutes minutes, SessionRecord log) {
        if (minutes.submission() != null) {
            return minutes.submission().text();
        }
        Session session = log.session();
        Map<Long, String> numbers = new HashMap<>();
        JsonObject quorum = null;
        for (AgendaItem item : log.items()) {
            if (item.matter() != null) {
                Matter matter =
                        matters.find(tx, session.community(), item.matter()).orElseThrow(HttpError::notFound);
                numbers.put(matter.id(), matter.number());
                // Where nothing was voted on, the quorum shown is that of the last item that was reached.
                if (log.polls().isEmpty()
                        && session.counting().members() > 0
                        && (quorum == null || item.ordinal() <= session.current())) {
                    quorum = new JsonObject(polls.quorum(
                                    session.community(),
                                    matter.rule(),
                                    session.counting().members(),
                                    log.present())
                            .toMap());
                }
            }
        }
        return MinutesText.of(
                log,
                MotionLog.read(tx, session.community(), session.id()),
                AuditStore.read(tx, session.community(), chain(session.id())),
                quorum,
                MinutesStore.points(tx, session.community(), session.id()),
                minutes.remark(),
                numbers);
    }

    /**
     * @param version of the text that the recorder edited: an older one is refused, so that nothing is overwritten
     * @param points by the item's id; those of an item that was taken off the agenda meanwhile go with it
     */
    void write(int community, long session, long version, String remark, Map<Long, String> points) {
        db.run(tx -> {
            // Locked, the agenda stays as it is.
            SessionChanges.locked(tx, community, session);
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requireDraft(minutes);
            boolean first = version == 0 && minutes.version() == 1;
            if (minutes.version() != version && !first) {
                throw new Refused("minutes.refused.version");
            }
            Map<Long, String> kept = new HashMap<>(points);
            kept.keySet()
                    .retainAll(log(tx, community, session).items().stream()
                            .map(AgendaItem::id)
                            .toList());
            MinutesStore.write(tx, community, session, remark, kept);
        });
    }

    void submit(int community, long session, Actor by) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requireDraft(minutes);
            SessionRecord log = log(tx, community, session);
            if (!log.session().isClosed()) {
                throw new Refused("minutes.refused.open");
            }
            JsonObject text = text(tx, minutes, log);
            String sha256 = MinutesText.sha256(text);
            MinutesStore.submit(tx, community, session, text, sha256, clock.instant());
            act(tx, community, session, "minutes.put", by, new JsonObject().put("sha256", sha256));
        });
    }

    /** Whoever was present at the end answers once for each voter they speak for. */
    void answer(int community, long session, long person, boolean agrees, String remark) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requireSubmitted(minutes);
            SessionRecord log = log(tx, community, session);
            List<Long> voters = Presence.voices(tx, log.session(), person);
            if (voters.isEmpty()) {
                throw new Refused("minutes.refused.not-there");
            }
            log.attended().stream()
                    .filter(each -> voters.contains(each.voter()))
                    .forEach(each -> MinutesStore.answer(
                            tx, community, session, each.voter(), each.label(), agrees, remark, clock.instant()));
        });
    }

    void takeBack(int community, long session, String reason, Actor by) {
        db.run(tx -> {
            requireSubmitted(MinutesStore.lock(tx, community, session));
            MinutesStore.keepCorrections(tx, community, session, reason, by.post(), clock.instant());
            MinutesStore.takeBack(tx, community, session);
            HandCountStore.clear(tx, community, session);
            act(tx, community, session, "minutes.back", by, new JsonObject().put("reason", reason));
        });
    }

    /** How many of those without a phone approve by raising a hand, as one person counted them; another must count the same. */
    void hands(int community, long session, int hands, Actor by) {
        db.run(tx -> {
            requireSubmitted(MinutesStore.lock(tx, community, session));
            int most = log(tx, community, session).atTheEnd()
                    - MinutesStore.answers(tx, community, session).size();
            if (hands > most) {
                throw new Refused("minutes.refused.hands", most);
            }
            HandCount count = new HandCount(Objects.requireNonNull(by.person()), by.post(), hands);
            HandCountStore.put(tx, community, session, count, clock.instant());
            act(tx, community, session, "minutes.hands", by, new JsonObject().put("hands", hands));
        });
    }

    private static int counted(Tx tx, int community, long session) {
        List<HandCount> counts = HandCountStore.of(tx, community, session);
        AgreedHands agreed = HandCount.agreed(counts);
        if (agreed == null && !counts.isEmpty()) {
            throw new Refused("minutes.refused.two");
        }
        return agreed == null ? 0 : agreed.hands();
    }

    /** @param reply to what was wanted otherwise, empty where nothing was */
    void approve(int community, long session, String reply, Actor by) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requireSubmitted(minutes);
            SessionRecord log = log(tx, community, session);
            var answers = MinutesStore.answers(tx, community, session);
            int hands = counted(tx, community, session);
            int agreed = hands
                    + (int) answers.stream()
                            .filter(MinutesStore.ApprovalAnswer::agrees)
                            .count();
            int asked = log.atTheEnd();
            if (hands + answers.size() > asked) {
                throw new Refused("minutes.refused.hands", asked - answers.size());
            }
            if (agreed * 2 <= asked) {
                throw new Refused("minutes.refused.half", agreed, asked, asked / 2 + 1);
            }
            MinutesStore.keepCorrections(tx, community, session, reply, by.post(), clock.instant());
            MinutesStore.approve(tx, community, session, agreed, asked, clock.instant());
            JsonObject act = new JsonObject()
                    .put("sha256", minutes.requireSubmission().sha256())
                    .put("agreed", agreed)
                    .put("asked", asked);
            act(tx, community, session, "minutes.approved", by, act);
            for (AgendaItem item : log.items()) {
                if (item.matter() != null) {
                    String matter = "matter/" + item.matter();
                    JsonObject noted = act.copy().put("session", session);
                    AuditStore.append(
                            tx, community, matter, "minutes.approved", by.post(), noted.encode(), clock.instant());
                }
            }
        });
    }

    void add(int community, long session, String text, String key, Actor by) {
        db.run(tx -> {
            if (!MinutesStore.lock(tx, community, session).approved()) {
                throw new Refused("minutes.refused.not-approved");
            }
            if (MinutesStore.add(tx, community, session, text, by.post(), key, clock.instant())) {
                act(tx, community, session, "minutes.added", by, new JsonObject().put("text", text));
            }
        });
    }

    private void act(Tx tx, int community, long session, String act, Actor by, JsonObject payload) {
        AuditStore.append(tx, community, chain(session), act, by.post(), payload.encode(), clock.instant());
    }

    private static String chain(long session) {
        return "session/" + session;
    }

    private static void requireDraft(Minutes minutes) {
        if (!minutes.draft()) {
            throw new Refused("minutes.refused.put");
        }
    }

    private static void requireSubmitted(Minutes minutes) {
        if (!minutes.submitted()) {
            throw new Refused("minutes.refused.not-put");
        }
    }
}
