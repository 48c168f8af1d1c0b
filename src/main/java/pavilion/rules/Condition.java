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
            return asked(figures).thresholds().stream().anyMatch(each -> each.met(figures));
        }

        /** Only what was counted is asked: a meeting of household representatives has not counted its adults. */
        @Override
        public Condition asked(Figures figures) {
            var counted = thresholds.stream()
                    .filter(each -> figures.has(each.measure()) || figures.has(each.of()))
                    .toList();
            return counted.isEmpty() ? this : new Any(counted);
        }
    }

    static Condition all(Threshold... thresholds) {
        return new All(List.of(thresholds));
    }

    static Condition any(Threshold... thresholds) {
        return new Any(List.of(thresholds));
    }

    /** The thresholds that these figures speak of. */
    default Condition asked(Figures figures) {
        return this;
    }

    default boolean empty() {
        return thresholds().isEmpty();
    }
}
