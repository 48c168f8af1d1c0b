package pavilion.session.conduct;

import java.time.Clock;
import pavilion.db.Database;
import pavilion.electorate.Electorates;
import pavilion.identity.Tokens;
import pavilion.live.Channels;
import pavilion.matter.Matters;
import pavilion.poll.Polls;
import pavilion.proxy.ProxyLetters;
import pavilion.session.SessionAccess;
import pavilion.session.SessionChanges;
import pavilion.session.agenda.Agendas;
import pavilion.session.agenda.Attachments;
import pavilion.session.call.Calls;
import pavilion.session.floor.SpeakersList;
import pavilion.session.presence.Attendance;
import pavilion.session.presence.CheckInCode;
import pavilion.session.presence.Quorums;
import pavilion.session.presence.SessionRolls;

/** The services of the session, made once; its pages are made by {@code session.screen}. */
public record SessionModule(
        SessionAccess access,
        SessionChanges changes,
        SessionRolls rolls,
        Quorums quorums,
        CheckInCode code,
        Attendance attendance,
        SpeakersList speakers,
        Sessions sessions,
        Agendas agendas,
        Attachments attachments,
        Calls calls) {

    public static SessionModule of(
            Database db,
            Clock clock,
            Matters matters,
            Electorates electorates,
            Polls polls,
            ProxyLetters letters,
            Channels live,
            Tokens tokens) {
        SessionChanges changes = new SessionChanges(db, clock, polls, live);
        SessionRolls rolls = new SessionRolls(matters, electorates, clock);
        SpeakersList speakers = new SpeakersList(changes, clock);
        CheckInCode code = new CheckInCode(tokens, clock);
        Attendance attendance = new Attendance(changes, rolls, code, letters, clock);
        letters.listen(attendance);
        return new SessionModule(
                new SessionAccess(db),
                changes,
                rolls,
                new Quorums(matters, polls),
                code,
                attendance,
                speakers,
                new Sessions(changes, rolls, speakers, clock),
                new Agendas(matters, changes, rolls::added),
                new Attachments(changes, clock),
                new Calls(db, clock, matters, changes, rolls, speakers));
    }
}
