package pavilion.resolution;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pavilion.audit.AuditStore;
import pavilion.audit.Export;
import pavilion.db.Database;
import pavilion.document.PaperPrinter;
import pavilion.identity.CurrentUser;
import pavilion.identity.Role;
import pavilion.identity.Tokens;
import pavilion.matter.Conclusion;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.Relation;
import pavilion.poll.Annulment;
import pavilion.poll.BallotWays;
import pavilion.poll.Poll;
import pavilion.poll.PollTallyStore;
import pavilion.rules.DecisionKind;
import pavilion.rules.Rule;
import pavilion.text.CommunityTime;
import pavilion.text.Phrases;
import pavilion.web.HttpError;
import pavilion.web.Request;

/** Reads a resolution and what its page, its paper and its line in the register say of it. */
final class ResolutionReader {
    private final Database db;
    private final Matters matters;

    ResolutionReader(Database db, Matters matters) {
        this.db = db;
        this.matters = matters;
    }

    /** The resolution that the address names. */
    Resolution resolution(Request request) {
        return ResolutionStore.byNumber(db.plain(), request.community().id(), request.path("number"))
                .orElseThrow(HttpError::notFound);
    }

    Matter matter(Resolution resolution) {
        return matters.find(
                        db.plain(), resolution.community(), resolution.matter().id())
                .orElseThrow(HttpError::notFound);
    }

    /** The matter with all its polls and resolutions, of one moment. */
    Export evidence(int community, long matter) {
        return db.snapshot(tx -> MatterExports.export(
                tx, matters.find(tx, community, matter).orElseThrow(HttpError::notFound), matters.adoptedRules()));
    }

    Rule rule(Resolution resolution) {
        return matters.adoptedRules()
                .rule(resolution.community(), resolution.matter().rule());
    }

    /** The newest hash of the matter's chain: what the paper prints and {@code verify --head} finds again. */
    String head(Resolution resolution) {
        return AuditStore.head(
                db.plain(),
                resolution.community(),
                "matter/" + resolution.matter().id());
    }

    Conclusion conclusion(Resolution resolution) {
        return new Conclusion(
                DecisionKind.of(rule(resolution)), resolution.verdict().ending(), resolution.annulment() != null);
    }

    Conclusion conclusion(Matter matter, ResolutionDraft draft) {
        return new Conclusion(
                DecisionKind.of(matters.rule(matter)), draft.verdict().ending());
    }

    String outcome(Phrases phrases, Resolution resolution) {
        return phrases.say(conclusion(resolution).key());
    }

    /** The day from which a decision holds; null where nothing was decided that binds. */
    @Nullable
    LocalDate holdsFrom(Resolution resolution) {
        return conclusion(resolution).decided() ? resolution.posting().until().plusDays(1) : null;
    }

    /** The verdict and the poll it came from, in words and bars. */
    VoteView vote(Phrases phrases, int community, Resolution.Verdict verdict) {
        Poll poll = VoteSentences.poll(db.plain(), community, verdict).orElse(null);
        boolean met = VoteSentences.met(poll);
        List<String> held = new ArrayList<>(VoteSentences.of(db.plain(), phrases, verdict, poll));
        if (poll != null) {
            PollTallyStore.ways(db.plain(), community, poll.id())
                    .map(BallotWays::sentence)
                    .map(phrases::say)
                    .ifPresent(held::add);
        }
        return new VoteView(
                held,
                Reasoning.sentences(phrases, verdict.outcome(), met),
                Reasoning.bars(phrases, verdict.outcome(), met));
    }

    /** Of a vote that is void what had been counted, but not what it would have meant. */
    VoteView vote(Phrases phrases, Resolution resolution) {
        VoteView vote = vote(phrases, resolution.community(), resolution.verdict());
        return resolution.annulment() == null ? vote : new VoteView(vote.held(), List.of(), List.of());
    }

    /** How it stands, in a few words: on notice until, in effect, withdrawn. */
    String standing(Phrases phrases, Resolution resolution) {
        Annulment annulment = resolution.annulment();
        if (annulment != null) {
            return annulment.sentence(phrases);
        }
        Resolution.Withdrawal withdrawal = resolution.withdrawal();
        if (withdrawal != null) {
            return phrases.say("resolution.withdrawn.objection", withdrawnOn(phrases, withdrawal));
        }
        String until = phrases.day(resolution.posting().until());
        return resolution.onNotice(matters.today())
                ? phrases.say("resolution.notice.running", until)
                : phrases.say("resolution.notice.over", until);
    }

    static String withdrawnOn(Phrases phrases, Resolution.Withdrawal withdrawal) {
        return phrases.day(LocalDate.ofInstant(withdrawal.at(), CommunityTime.ZONE));
    }

    ResolutionView view(Request request, Resolution resolution) {
        Phrases phrases = request.phrases();
        LocalDate today = matters.today();
        Rule rule = rule(resolution);
        boolean running = resolution.onNotice(today);
        return new ResolutionView(
                resolution,
                outcome(phrases, resolution),
                standing(phrases, resolution),
                running ? today.until(resolution.posting().until(), ChronoUnit.DAYS) : null,
                holdsFrom(resolution),
                conclusion(resolution),
                vote(phrases, resolution),
                objections(request.userOrNull(), phrases, resolution),
                new ResolutionView.Evidence(head(resolution), phrases.in(rule.name()), phrases.in(rule.source())),
                PaperPrinter.unprintable(
                        resolution.text().title(),
                        resolution.text().body(),
                        resolution.text().minority(),
                        resolution.matter().placeName()),
                may(request.userOrNull(), resolution, running),
                new ResolutionView.ObjectionForm(
                        Tokens.token(),
                        ResolutionView.kinds(phrases, request.form().values().getOrDefault("kind", "")),
                        request.form().values(),
                        request.form().errors()));
    }

    private ResolutionView.May may(@Nullable CurrentUser user, Resolution resolution, boolean running) {
        if (user == null) {
            return ResolutionView.May.NOTHING;
        }
        Matter matter = matter(resolution);
        Relation relation = Relation.of(user, matter);
        return new ResolutionView.May(
                relation.belongs(),
                running && (relation.committee() || relation.recorder() || relation.moderator()),
                running && (matters.ofOwners(matter) ? relation.owner() : relation.resident()));
    }

    /** Objections are public with their answers; who raised them is not. */
    private List<ResolutionView.ObjectionLine> objections(
            @Nullable CurrentUser user, Phrases phrases, Resolution resolution) {
        boolean answers = mayAnswer(user, resolution);
        return ObjectionStore.of(db.plain(), resolution).stream()
                .map(each -> ResolutionView.line(phrases, each, answers))
                .toList();
    }

    /** Whether this person holds a post that answers objections, here. */
    static boolean mayAnswer(@Nullable CurrentUser user, Resolution resolution) {
        String path = resolution.matter().placePath();
        return user != null
                && (user.has(Role.SUPERVISION, resolution.community(), path)
                        || user.has(Role.COMMITTEE, resolution.community(), path));
    }

    /** How many objections there were and how many have their answer; empty while there are none. */
    String objectionSummary(Phrases phrases, Resolution resolution) {
        List<Objection> all = ObjectionStore.of(db.plain(), resolution);
        long answered = all.stream().filter(each -> each.reply() != null).count();
        return all.isEmpty() ? "" : phrases.say("resolution.paper.objections", all.size(), answered);
    }
}
