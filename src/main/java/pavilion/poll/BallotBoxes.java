package pavilion.poll;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pavilion.rules.Catalogue;
import pavilion.rules.Secrecy;

/** The ballot box for each secrecy that a rule can ask for. */
final class BallotBoxes {
    private final Map<Secrecy, BallotBox> bySecrecy = new EnumMap<>(Secrecy.class);

    /** @throws IllegalStateException if two are registered for one secrecy */
    BallotBoxes(List<BallotBox> boxes) {
        for (BallotBox box : boxes) {
            if (bySecrecy.put(box.secrecy(), box) != null) {
                throw new IllegalStateException("two ballot boxes for " + box.secrecy());
            }
        }
    }

    static BallotBoxes standard() {
        return new BallotBoxes(List.of(new NamedBallotBox(), new SecretBallotBox()));
    }

    /** @throws IllegalStateException if a rule asks for a secrecy that no ballot box keeps: the server then does not start */
    BallotBoxes require(Catalogue rules) {
        rules.all().forEach(rule -> of(rule.secrecy()));
        return this;
    }

    BallotBox of(Poll poll) {
        return of(poll.secrecy());
    }

    private BallotBox of(Secrecy secrecy) {
        BallotBox box = bySecrecy.get(secrecy);
        if (box == null) {
            throw new IllegalStateException("no ballot box for " + secrecy);
        }
        return box;
    }
}
