package pavilion.minutes;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.motion.MotionLog;
import pavilion.poll.Polls;
import pavilion.rules.Refused;
import pavilion.session.AgendaItem;
import pavilion.session.Session;
import pavilion.session.conduct.SessionRecord;
import pavilion.session.presence.Presence;
import pavilion.web.HttpError;

/** What may be done with minutes: written, put to the room, answered, taken back, approved, added to. */
final class MinutesKeeping {
    private final Database db;
    private final Clock clock;
    private final Matters matters;
    private final Polls polls;

    MinutesKeeping(Database db, Clock clock, Matters matters, Polls polls) {
        this.db = db;
        this.clock = clock;
        this.matters = matters;
        this.polls = polls;
    }

    SessionRecord log(Tx tx, int community, long session) {
        return SessionRecord.read(tx, polls, community, session).orElseThrow(HttpError::notFound);
    }

    /** As it was put to the room; while it is a draft, as it would be put now. */
    JsonObject paper(Tx tx, Minutes minutes, SessionRecord log) {
        if (minutes.paper() != null) {
            return minutes.paper();
        }
        Session session = log.session();
        Map<Long, String> numbers = new HashMap<>();
        JsonObject quorum = null;
        for (AgendaItem item : log.items()) {
            if (item.matter() != null) {
                Matter matter =
                        matters.find(tx, session.community(), item.matter()).orElseThrow(HttpError::notFound);
                numbers.put(matter.id(), matter.number());
                // The numbers below the line are those of the last item that was reached.
                if (session.counting().members() > 0 && (quorum == null || item.ordinal() <= session.current())) {
                    quorum = new JsonObject(polls.quorum(
                                    session.community(),
                                    matter.rule(),
                                    session.counting().members(),
                                    log.present())
                            .toMap());
                }
            }
        }
        return MinutesPaper.of(
                log,
                MotionLog.read(tx, session.community(), session.id()),
                AuditStore.read(tx, session.community(), chain(session.id())),
                quorum,
                MinutesStore.points(tx, session.community(), session.id()),
                minutes.remark(),
                numbers);
    }

    /** @param version of the text that the recorder had before them: an older one is refused, nothing is lost by it */
    void write(int community, long session, long version, String remark, Map<Long, String> points) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requireDraft(minutes);
            boolean first = version == 0 && minutes.version() == 1;
            if (minutes.version() != version && !first) {
                throw new Refused("minutes.refused.version");
            }
            MinutesStore.write(tx, community, session, remark, points);
        });
    }

    void put(int community, long session, Actor by) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requireDraft(minutes);
            SessionRecord log = log(tx, community, session);
            if (!log.session().isClosed()) {
                throw new Refused("minutes.refused.open");
            }
            JsonObject paper = paper(tx, minutes, log);
            String sha256 = MinutesPaper.sha256(paper);
            MinutesStore.put(tx, community, session, paper, sha256, clock.instant());
            act(tx, community, session, "minutes.put", by, new JsonObject().put("sha256", sha256));
        });
    }

    /** Everybody who was there at the end answers for each voice they have. */
    void answer(int community, long session, long person, boolean agrees, String remark) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requirePut(minutes);
            SessionRecord log = log(tx, community, session);
            List<Long> voices = Presence.voices(tx, log.session(), person);
            if (voices.isEmpty()) {
                throw new Refused("minutes.refused.not-there");
            }
            log.attended().stream()
                    .filter(each -> voices.contains(each.voter()))
                    .forEach(each -> MinutesStore.answer(
                            tx, community, session, each.voter(), each.label(), agrees, remark, clock.instant()));
        });
    }

    void back(int community, long session, String reason, Actor by) {
        db.run(tx -> {
            requirePut(MinutesStore.lock(tx, community, session));
            MinutesStore.back(tx, community, session);
            act(tx, community, session, "minutes.back", by, new JsonObject().put("reason", reason));
        });
    }

    /** @param hands those without a phone who approved in the room */
    void approve(int community, long session, int hands, Actor by) {
        db.run(tx -> {
            Minutes minutes = MinutesStore.lock(tx, community, session);
            requirePut(minutes);
            SessionRecord log = log(tx, community, session);
            var answers = MinutesStore.answers(tx, community, session);
            int agreed = hands
                    + (int) answers.stream().filter(MinutesStore.Answer::agrees).count();
            int asked = log.atTheEnd();
            if (hands + answers.size() > asked) {
                throw new Refused("minutes.refused.hands", asked - answers.size());
            }
            if (agreed * 2 <= asked) {
                throw new Refused("minutes.refused.half", agreed, asked, asked / 2 + 1);
            }
            MinutesStore.approve(tx, community, session, agreed, asked, clock.instant());
            JsonObject act = new JsonObject()
                    .put("sha256", minutes.sha256())
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

    private static void requirePut(Minutes minutes) {
        if (!minutes.put()) {
            throw new Refused("minutes.refused.not-put");
        }
    }
}
