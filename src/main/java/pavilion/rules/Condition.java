package pavilion.rules;

import java.util.List;

/** Thresholds that must all be met, or of which one is enough. An empty "all" asks for nothing. */
public sealed interface Condition {
    List<Threshold> thresholds();

    boolean met(Figures figures);

    record All(List<Threshold> thresholds) implements Condition {
        public All {
            thresholds = List.copyOf(thresholds);
        }

        @Override
        public boolean met(Figures figures) {
            return thresholds.stream().allMatch(each -> each.met(figures));
        }
    }

    record Any(List<Threshold> thresholds) implements Condition {
        public Any {
            thresholds = List.copyOf(thresholds);
        }

        @Override
        public boolean met(Figures figures) {
            return thresholds.stream().anyMatch(each -> each.met(figures));
        }
    }

    static Condition all(Threshold... thresholds) {
        return new All(List.of(thresholds));
    }

    static Condition any(Threshold... thresholds) {
        return new Any(List.of(thresholds));
    }

    default boolean empty() {
        return thresholds().isEmpty();
    }
}
