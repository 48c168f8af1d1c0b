package pavilion.poll;

import java.util.List;
import java.util.stream.IntStream;
import pavilion.audit.AreaOpenings;
import pavilion.db.Database;
import pavilion.electorate.Voter;
import pavilion.rules.Rule;

/** Polls of the owners of a house whose plan is known: voter 601 has the first flat, persons 201 to 205 cast in turn. */
public final class HousePolls {
    private HousePolls() {}

    public static Poll open(Database db, Polls polls, long matter, Rule rule, Question question, List<Long> areas) {
        List<PollVoter> owners = IntStream.range(0, areas.size())
                .mapToObj(i -> new PollVoter(new Voter(601 + i, "1-" + i, 201L + i % 5, areas.get(i), 1), true))
                .toList();
        return db.transact(tx -> {
            long id = polls.draft(tx, Poll.draft(1, matter, null, question, rule, null));
            return polls.open(tx, 1, id, owners, null, "moderator");
        });
    }

    /** The file that the scrutineers of the matter's only poll have. */
    public static AreaOpenings openings(Database db, long matter) {
        Poll poll = PollStore.openedOfMatter(db.plain(), 1, matter).getFirst();
        return AreaCommitmentStore.openings(db.plain(), poll).orElseThrow();
    }
}
