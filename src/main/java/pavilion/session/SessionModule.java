package pavilion.session;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.identity.Actor;
import pavilion.live.Channels;
import pavilion.matter.MatterModule;
import pavilion.poll.AssistedBallots;
import pavilion.poll.PollPages;
import pavilion.poll.Polls;
import pavilion.proxy.ProxyLetters;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;
import pavilion.web.WebContext;

/** Everything of the live meeting, made once. */
public final class SessionModule {
    /** How often the walls are asked for a new code; a code lives longer than that. */
    public static final long WALL_MILLIS = 10_000;

    private final Sessions sessions;
    private final Calls calls;
    private final Questions questions;
    private final SessionReader reader;
    private final SessionPages pages;
    private final ConsolePages console;
    private final List<Route> routes;

    /** @param publicUrl how phones reach the house, for the code on the wall */
    public SessionModule(
            Database db,
            Clock clock,
            MatterModule room,
            Polls polling,
            PollPages polls,
            ProxyLetters letters,
            Channels live,
            WebContext webContext,
            PaperPrinter printer,
            String publicUrl) {
        this.sessions = new Sessions(db, clock, room.matters(), room.electorates(), polling, live);
        this.questions = new Questions(db, clock, room.matters(), room.electorates(), polling, sessions, letters);
        this.calls = new Calls(db, clock, room.matters(), sessions);
        CheckInCode code = new CheckInCode(webContext.secrets(), clock);
        this.reader = new SessionReader(polling, room.matters(), clock);
        Projector wall = new Projector(webContext.secrets(), code, webContext.messages(), publicUrl);
        Attendance attendance = new Attendance(sessions, code, letters, clock);
        letters.onEnding(attendance);
        this.pages = new SessionPages(db, reader, attendance, code, wall, polls, letters);
        PollAccess desk = new PollAccess(db, polling);
        this.console = new ConsolePages(db, room, sessions, pages, polling, desk, wall);
        Agendas agendas = new Agendas(room.matters(), sessions);
        AgendaPages agenda = new AgendaPages(db, pages, agendas);
        SessionListPages lists = new SessionListPages(db, clock, calls);
        CallPages callPages = new CallPages(db, room, polling, calls, lists, questions, polls);
        room.show(callPages);
        Sessions.ROOMS.forEach(kind -> live.source(kind, new SessionChannel(db, reader, wall, webContext, kind)));
        this.routes = Stream.of(
                        lists.routes(),
                        callPages.routes(),
                        pages.routes(),
                        agenda.routes(),
                        new AttachmentPages(db, pages, agenda, new Attachments(sessions, clock)).routes(),
                        new SchedulePages(pages, agenda, calls, printer, publicUrl).routes(),
                        console.routes(),
                        new FloorPages(db, pages, console, new SpeakersList(sessions, clock)).routes(),
                        new CheckInPages(db, sessions, attendance, letters, pages, webContext.secrets(), clock)
                                .routes(),
                        new AssistedBallotPages(db, desk, new AssistedBallots(db, polling), polling.papers()).routes(),
                        new QuestionPages(questions, polling, console).routes(),
                        new ManualCountPages(db, desk, polling.counting()).routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Route> routes() {
        return routes;
    }

    /** What another room shows beside the meeting. */
    public void show(SessionExtension beside) {
        reader.show(beside);
    }

    /** The meeting of a page's path, for somebody whose place it concerns. */
    public Session visited(Request request) {
        return pages.mine(request);
    }

    /** The same for somebody who moderates it. */
    public Session moderated(Request request) {
        Session session = pages.session(request);
        ConsolePages.requireModerator(request, session);
        return session;
    }

    /** What the moderator does at the console; a refusal is said there. */
    public Response moderated(Request request, BiConsumer<Session, Actor> act) {
        return console.act(request, act::accept);
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
