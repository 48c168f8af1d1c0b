package pavilion.session.screen;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.live.Channels;
import pavilion.matter.MatterModule;
import pavilion.poll.PollPages;
import pavilion.poll.Polls;
import pavilion.proposal.ProposalModule;
import pavilion.proxy.ProxyLetters;
import pavilion.session.Console;
import pavilion.session.SessionExtension;
import pavilion.session.SessionScreen;
import pavilion.session.agenda.AgendaPages;
import pavilion.session.agenda.AttachmentPages;
import pavilion.session.call.CallPages;
import pavilion.session.call.SchedulePages;
import pavilion.session.call.SessionListPages;
import pavilion.session.conduct.SessionModule;
import pavilion.session.floor.FloorPages;
import pavilion.session.presence.CheckInPages;
import pavilion.web.Route;
import pavilion.web.WebContext;

/** All pages of the session, made once over its services. */
public final class ScreenModule {
    /** How often projectors are rendered for a new check-in code; a code lives longer than that. */
    public static final long PROJECTOR_MILLIS = 10_000;

    private final ConsolePages console;
    private final CallPages calls;
    private final List<Route> routes;

    /**
     * @param extension what another package shows on the pages of a session
     * @param publicUrl how phones reach the server, for the codes on the projector and on the call
     */
    public ScreenModule(
            Database db,
            Clock clock,
            MatterModule matters,
            ProposalModule proposals,
            Polls polls,
            PollPages pollPages,
            ProxyLetters letters,
            SessionModule sessions,
            SessionExtension extension,
            Channels live,
            WebContext webContext,
            PaperPrinter printer,
            String publicUrl) {
        SessionReader reader = new SessionReader(polls, matters.matters(), sessions.quorums(), extension, clock);
        Projector projector = new Projector(webContext.tokens(), sessions.code(), webContext.messages(), publicUrl);
        this.console = new ConsolePages(db, proposals, sessions, reader, projector);
        SessionListPages lists = new SessionListPages(db, clock, sessions.calls());
        this.calls = new CallPages(db, matters.matters(), proposals, polls, sessions.calls(), lists);
        matters.registry().panels(calls);
        for (SessionScreen screen : SessionScreen.values()) {
            live.source(screen.kind(), new SessionChannel(db, reader, projector, webContext, screen));
        }
        AgendaPages agenda = new AgendaPages(db, sessions.access(), sessions.agendas());
        this.routes = Stream.of(
                        lists.routes(),
                        calls.routes(),
                        new SessionPages(db, sessions, reader, extension, projector, pollPages, letters).routes(),
                        agenda.routes(),
                        new AttachmentPages(db, sessions.access(), agenda, sessions.attachments()).routes(),
                        new SchedulePages(db, sessions.access(), sessions.calls(), printer, publicUrl).routes(),
                        console.routes(),
                        new FloorPages(db, sessions.access(), console, sessions.speakers()).routes(),
                        new CheckInPages(
                                        db,
                                        sessions.access(),
                                        sessions.rolls(),
                                        sessions.quorums(),
                                        sessions.attendance(),
                                        letters,
                                        webContext.tokens(),
                                        clock)
                                .routes())
                .flatMap(List::stream)
                .toList();
    }

    public List<Route> routes() {
        return routes;
    }

    public Console console() {
        return console;
    }

    public CallPages calls() {
        return calls;
    }
}
