package pavilion.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.matter.Matter;
import pavilion.matter.MatterPeopleStore;
import pavilion.matter.Matters;
import pavilion.proposal.EndorsementStore;
import pavilion.proposal.Plan;
import pavilion.proposal.ProposalDraft;
import pavilion.proposal.ProposalModule;
import pavilion.proposal.RemarkStore;
import pavilion.proposal.Triages;
import pavilion.rules.DataReader;
import pavilion.rules.procedure.DecisionRoute;
import pavilion.rules.procedure.StageKind;
import pavilion.text.CommunityTime;
import pavilion.text.Messages;

/** Plays a demo matter through the same services that people use, on a clock of its own that starts in the past. */
public final class DemoCases {
    /** The clock of the play. */
    public static final class Stage extends Clock {
        private Instant now;

        public Stage(Instant now) {
            this.now = now;
        }

        public void to(Instant then) {
            now = then.isAfter(now) ? then : now;
        }

        public void back(Instant then) {
            now = then;
        }

        @Override
        public ZoneId getZone() {
            return CommunityTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Who acts: the committee's clerk, the moderator, and people of the households of the place. */
    public record Cast(Actor clerk, Actor moderator, List<Long> people) {}

    private static final List<String> SIDES = List.of("for", "against", "question");
    private final Matters matters;
    private final ProposalModule proposals;
    private final Messages messages = new Messages();
    private final Stage clock;

    public DemoCases(Matters matters, ProposalModule proposals, Stage clock) {
        this.matters = matters;
        this.proposals = proposals;
        this.clock = clock;
    }

    private void later(int days) {
        clock.to(clock.instant().plus(Duration.ofDays(days)));
    }

    /** Up to the meeting, or to the stage the matter stops at before it. Empty: no such place or nobody lives there. */
    public Optional<Matter> play(Tx tx, int community, DataReader data, Instant now) {
        var place = DemoMatterStore.place(tx, community, data.text("place")).orElse(null);
        var cast = place == null
                ? null
                : DemoMatterStore.cast(tx, community, place.path()).orElse(null);
        if (place == null || cast == null) {
            return Optional.empty();
        }
        String at = data.text("at");
        clock.back(now.minus(Duration.ofDays(ago(at))));
        Matter matter = propose(tx, community, data, place.id(), cast);
        if (at.equals("propose")) {
            return Optional.of(matter);
        }
        later(1);
        matter = matters.advance(tx, matter, cast.clerk(), "");
        if (at.equals("triage")) {
            return Optional.of(matter);
        }
        later(1);
        matter = triage(tx, data, matter, cast);
        if (!matter.open() || at.equals("owners") || at.equals("plan")) {
            return Optional.of(matter);
        }
        later(1);
        announce(tx, data, matter, cast);
        matter = matters.locked(tx, community, matter.id());
        talk(tx, data, matter, cast);
        return Optional.of(at.equals("notice") ? matter : meet(tx, matter, now, at));
    }

    private static int ago(String at) {
        return switch (at) {
            case "propose", "triage" -> 3;
            case "plan", "owners" -> 5;
            case "notice" -> 6;
            case "session", "poll" -> 26;
            case "publicity" -> 29;
            case "rate" -> 80;
            default -> 60;
        };
    }

    private Matter propose(Tx tx, int community, DataReader data, long place, Cast cast) {
        long proposer = cast.people().getFirst();
        ProposalDraft draft = new ProposalDraft(
                place,
                data.text("title"),
                data.text("problem"),
                data.text("idea", ""),
                data.number("households", 10),
                data.has("willing"),
                List.of(),
                "demo-" + data.text("place") + data.text("title").hashCode());
        Matter matter = proposals
                .proposals()
                .open(tx, community, data.text("template"), draft, proposer, new Actor(proposer, "resident"))
                .matter();
        int endorse = Math.min(data.number("endorse", 2), matter.threshold() - 1);
        for (long person : cast.people().subList(1, Math.min(cast.people().size(), 1 + endorse))) {
            EndorsementStore.add(tx, matter, person, clock.instant());
        }
        return matter;
    }

    private Matter triage(Tx tx, DataReader data, Matter matter, Cast cast) {
        String at = data.text("at");
        DecisionRoute route = at.equals("owners")
                ? DecisionRoute.OWNERS
                : at.equals("declined") ? DecisionRoute.DECLINED : DecisionRoute.COURTYARD;
        String guard = data.text("guard", "");
        return proposals
                .triages()
                .decide(
                        tx,
                        matter.community(),
                        matter.id(),
                        new Triages.Answer(
                                route,
                                guard,
                                !guard.isEmpty(),
                                data.text("rule", ""),
                                "",
                                data.text("reply"),
                                say("matter.demo.post"),
                                LocalDate.ofInstant(clock.instant(), CommunityTime.ZONE)
                                        .plusDays(20)),
                        cast.clerk());
    }

    private void announce(Tx tx, DataReader data, Matter matter, Cast cast) {
        List<Plan.Option> options = new ArrayList<>();
        options.add(new Plan.Option(1, say("matter.plan.as-is"), say("matter.plan.as-is.cost"), "", true));
        for (Object each : data.list("options")) {
            List<?> line = (List<?>) each;
            options.add(new Plan.Option(
                    options.size() + 1,
                    line.get(0).toString(),
                    line.get(1).toString(),
                    line.get(2).toString(),
                    false));
        }
        List<Plan.Stakeholder> people = List.of(
                new Plan.Stakeholder(1, say("matter.plan.households", matter.placeName()), "vote"),
                new Plan.Stakeholder(2, say("matter.plan.tenants"), "speak"),
                new Plan.Stakeholder(3, say("matter.plan.shops"), "speak"));
        proposals.plans().write(tx, matter.community(), matter.id(), options, people, cast.clerk());
        matters.advance(tx, matters.locked(tx, matter.community(), matter.id(), StageKind.PLAN), cast.clerk(), "");
        later(1);
        proposals.notices().post(tx, matter.community(), matter.id(), data.text("notice"), 7, cast.moderator());
    }

    private void talk(Tx tx, DataReader data, Matter matter, Cast cast) {
        int n = 2;
        for (Object each : data.list("remarks")) {
            List<?> line = (List<?>) each;
            String side = line.get(0).toString();
            long person = cast.people().get(n++ % cast.people().size());
            RemarkStore.add(
                    tx,
                    matter,
                    null,
                    SIDES.contains(side) ? side : "question",
                    person,
                    line.get(1).toString(),
                    "demo-" + n,
                    clock.instant().plus(Duration.ofHours(n)));
        }
    }

    private Matter meet(Tx tx, Matter matter, Instant now, String at) {
        LocalDate until = matter.stageDue();
        Instant over = until == null
                ? now
                : until.plusDays(1).atTime(9, 30).atZone(CommunityTime.ZONE).toInstant();
        clock.to(at.equals("session") || at.equals("poll") ? now : over);
        Matter met = matters.advance(tx, matter, Actor.SERVER, "");
        return at.equals("poll")
                ? matters.toPoll(tx, met.community(), met.id(), new Actor(null, "moderator"), "")
                : met;
    }

    /** What the demo's papers say by themselves, in the language of its people. */
    private String say(String key, Object... args) {
        return messages.say("zh", key, args);
    }

    /** The matters of a YAML file, as maps. */
    public static List<DataReader> read(List<Map<String, Object>> all) {
        return all.stream().map(each -> new DataReader("demo", each)).toList();
    }

    public Cast cast(Tx tx, Matter matter) {
        return DemoMatterStore.cast(tx, matter.community(), matter.placePath()).orElseThrow();
    }

    public String shown(Tx tx, int community, long person) {
        return MatterPeopleStore.byId(tx, community, person)
                .map(MatterPeopleStore.Person::shown)
                .orElse("");
    }
}
