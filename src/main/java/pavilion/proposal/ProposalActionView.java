package pavilion.proposal;

import org.jspecify.annotations.Nullable;
import pavilion.matter.Matter;

/**
 * What this person can do now at a stage before the vote.
 *
 * @param what the sentence
 * @param deed which form or link stands under it; null where there is nothing to do but wait
 * @param ground how many have endorsed it; empty at other stages
 * @param withdraw whether they may take back their endorsement
 * @param edit whether they may change what is there already
 * @param speak whether they are asked what they think
 * @param own whether it is theirs, and they may take it back
 */
record ProposalActionView(
        Matter matter,
        String what,
        @Nullable String deed,
        String ground,
        boolean withdraw,
        boolean edit,
        boolean speak,
        boolean own) {

    static ProposalActionView waiting(Matter matter, String what) {
        return new ProposalActionView(matter, what, null, "", false, false, false, false);
    }

    ProposalActionView doing(String deed, String what) {
        return new ProposalActionView(matter, what, deed, ground, withdraw, edit, speak, own);
    }

    ProposalActionView grounded(String ground) {
        return new ProposalActionView(matter, what, deed, ground, withdraw, edit, speak, own);
    }

    ProposalActionView withdrawing(String what) {
        return new ProposalActionView(matter, what, deed, ground, true, edit, speak, own);
    }

    ProposalActionView editing(boolean edit) {
        return new ProposalActionView(matter, what, deed, ground, withdraw, edit, speak, own);
    }

    ProposalActionView speaking(boolean speak) {
        return new ProposalActionView(matter, what, deed, ground, withdraw, edit, speak, own);
    }

    ProposalActionView own(boolean own) {
        return new ProposalActionView(matter, what, deed, ground, withdraw, edit, speak, own);
    }
}
