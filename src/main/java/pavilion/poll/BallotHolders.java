package pavilion.poll;

import java.util.List;
import pavilion.db.Tx;

/** Who casts the ballots that somebody has entrusted to others by letter. */
public interface BallotHolders {
    /** @return the names of those who cast this person's ballots in this poll; empty where nobody does */
    List<String> of(Tx tx, Poll poll, long person);
}
