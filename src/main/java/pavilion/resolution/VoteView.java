package pavilion.resolution;

import java.util.List;

/**
 * A vote on a page or a paper.
 *
 * @param held when, where and how, and every figure, in sentences; empty where nothing is known of it here
 * @param reasons the stored outcome in sentences
 * @param bars the same, each with its bar
 */
record VoteView(List<String> held, List<String> reasons, List<Reasoning.ReasoningBar> bars) {}
