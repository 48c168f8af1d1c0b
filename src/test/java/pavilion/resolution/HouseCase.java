package pavilion.resolution;

import java.util.List;
import java.util.Optional;
import pavilion.audit.AreaOpenings;
import pavilion.matter.Matter;
import pavilion.matter.SmallCommunity;
import pavilion.poll.HousePolls;
import pavilion.poll.PhoneBallots;
import pavilion.poll.Poll;
import pavilion.poll.Question;
import pavilion.rules.Rule;
import pavilion.rules.method.Budget;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;

/** Exports of polls in which each ballot weighs the area of a flat. */
abstract class HouseCase extends ExportCase {
    /** What each flat of the house has, in 0.01 square metres. */
    static final List<Long> PLAN = List.of(6240L, 5800L, 8915L, 10233L, 4471L, 12050L, 5800L, 7777L);

    /** A house whose plan everybody knows, each flat's owner answering in turn, and counted. */
    long house(String... choices) {
        return house(Question.motion(null, "动用维修资金？"), choices);
    }

    private long house(Question question, String... choices) {
        long id = matter("cc278.ordinary");
        later();
        Rule rule = SmallCommunity.RULES
                .catalogue()
                .rule("cc278.ordinary", village.matters().today());
        Poll poll = HousePolls.open(db, polls, id, rule, question, PLAN);
        for (int i = 0; i < choices.length; i++) {
            PhoneBallots.cast(polls, poll, 601 + i, 201 + i % 5, choices[i]);
        }
        close(poll, "");
        return id;
    }

    long ownersAmongPlans() {
        OptionSet plans = OptionSet.of(Method.IRV, List.of("雨棚", "充电桩", "维持现状"), 1);
        return house(Question.motion(null, "车棚怎么办？").choosing(plans), "1>2", "1", "2>1", "3", "none", "abstain", "1");
    }

    long ownersOneByOne() {
        OptionSet plans = OptionSet.of(Method.APPROVAL, List.of("雨棚", "充电桩", "维持现状"), 2);
        return house(
                Question.motion(null, "车棚怎么办？").choosing(plans), "1,2", "1,2", "1", "1,3", "none", "abstain", "1", "2");
    }

    /** @param yuan of which each of six has a sixth: 90 is too little for anything */
    long ownersSharingMoney(long yuan) {
        OptionSet plans = new OptionSet(
                Method.MES_COST,
                List.of("雨棚", "充电桩", "路灯"),
                2,
                Optional.of(new Budget(yuan, List.of(40L, 50L, 60L), 0)));
        return house(Question.motion(null, "修什么？").choosing(plans), "1,2", "1", "2,3", "3", "none", "abstain");
    }

    /** Somebody objects to what was posted, and is right. */
    void upheld(long id, long person, String answer) {
        Matter decided = village.matters().find(db.plain(), 1, id).orElseThrow();
        Resolution resolution = ResolutionStore.ofMatter(db.plain(), 1, id).orElseThrow();
        var objections = new Objections(db, village.matters(), village.proposals.notices());
        later();
        objections.object(
                1,
                resolution.id(),
                new Objections.ObjectionDraft(Objection.Ground.COUNT, "数错了", "o" + id),
                person,
                village.relation(person, decided));
        long raised = db.plain()
                .first(
                        row -> row.getLong(0),
                        "select id from objection where resolution = $1 order by id desc limit 1",
                        resolution.id())
                .orElseThrow();
        later();
        objections.answer(1, raised, Objection.Ruling.UPHELD, answer, SUPERVISOR);
    }

    AreaOpenings openings(long matter) {
        return HousePolls.openings(db, matter);
    }
}
