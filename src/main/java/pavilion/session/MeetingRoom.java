package pavilion.session;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import pavilion.audit.AuditStore;
import pavilion.db.Database;
import pavilion.matter.Actor;
import pavilion.matter.MatterRoom;
import pavilion.poll.HallBallots;
import pavilion.poll.PollPages;
import pavilion.poll.Polling;
import pavilion.proxy.Letters;
import pavilion.web.Answer;
import pavilion.web.Door;
import pavilion.web.Front;
import pavilion.web.Live;
import pavilion.web.Visit;

/** Everything of the live meeting, made once. */
public final class MeetingRoom {
    /** How often the walls are asked for a new code; a code lives longer than that. */
    public static final long WALL_MILLIS = 10_000;

    private final Sessions sessions;
    private final Calls calls;
    private final Questions questions;
    private final SessionReader reader;
    private final SessionPages pages;
    private final ConsolePages console;
    private final List<Door> doors;

    /** @param publicUrl how phones reach the house, for the code on the wall */
    public MeetingRoom(
            Database db,
            Clock clock,
            MatterRoom room,
            Polling polling,
            PollPages polls,
            Letters letters,
            AuditStore audit,
            Live live,
            Front front,
            String publicUrl) {
        this.sessions = new Sessions(db, clock, room.matters(), room.electorates(), polling, audit, live);
        this.questions = new Questions(db, clock, room.matters(), room.electorates(), polling, sessions, letters);
        this.calls = new Calls(db, clock, room.matters(), sessions);
        HallCode code = new HallCode(front.secrets(), clock);
        this.reader = new SessionReader(polling, room.matters(), clock);
        SessionWall wall = new SessionWall(front.secrets(), code, front.messages(), publicUrl);
        Attendance attendance = new Attendance(sessions, code, letters, clock);
        letters.hear(attendance);
        this.pages = new SessionPages(db, reader, attendance, code, wall, polls, letters);
        PollDesk desk = new PollDesk(db, polling);
        this.console = new ConsolePages(db, room, sessions, pages, polling, desk, wall);
        Agendas agendas = new Agendas(room.matters(), sessions);
        AgendaPages agenda = new AgendaPages(db, pages, agendas);
        SessionListPages lists = new SessionListPages(db, clock, calls);
        CallPages callPages = new CallPages(db, room, polling, calls, lists, questions, polls);
        room.show(callPages);
        Sessions.ROOMS.forEach(kind -> live.source(kind, new SessionRoom(db, reader, wall, front, kind)));
        this.doors = Stream.of(
                        lists.doors(),
                        callPages.doors(),
                        pages.doors(),
                        agenda.doors(),
                        new AttachmentPages(db, pages, agenda, new Attachments(sessions, clock)).doors(),
                        new SchedulePages(pages, agenda, calls, publicUrl).doors(),
                        console.doors(),
                        new FloorPages(db, pages, console, new Turns(sessions, clock)).doors(),
                        new DoorPages(db, sessions, attendance, letters, pages, front.secrets(), clock).doors(),
                        new HallPages(db, desk, new HallBallots(db, polling), polling.papers()).doors(),
                        new AskPages(questions, polling, console).doors(),
                        new CountPages(db, desk, polling.counting()).doors())
                .flatMap(List::stream)
                .toList();
    }

    public List<Door> doors() {
        return doors;
    }

    /** What another room shows beside the meeting. */
    public void show(Beside beside) {
        reader.show(beside);
    }

    /** The meeting of a page's path, for somebody whose place it concerns. */
    public Session visited(Visit visit) {
        return pages.mine(visit);
    }

    /** The same for somebody who moderates it. */
    public Session moderated(Visit visit) {
        Session session = pages.session(visit);
        ConsolePages.requireModerator(visit, session);
        return session;
    }

    /** What the moderator does at the console; a refusal is said there. */
    public Answer moderated(Visit visit, BiConsumer<Session, Actor> act) {
        return console.act(visit, act::accept);
    }

    public Sessions sessions() {
        return sessions;
    }

    public Calls calls() {
        return calls;
    }

    public Questions questions() {
        return questions;
    }
}
