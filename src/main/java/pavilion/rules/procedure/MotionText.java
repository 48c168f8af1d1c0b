package pavilion.rules.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A motion as the lines that were typed, without empty ones; each can be named by its number. */
public record MotionText(List<String> lines) {
    public MotionText {
        lines = List.copyOf(lines);
    }

    public static MotionText of(String text) {
        return new MotionText(
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    public String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    /** @param edits of this text, none of which clashes with another */
    public MotionText with(List<Edit> edits) {
        List<String> changed = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits.stream()
                .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to))
                .toList()) {
            changed.addAll(lines.subList(at, edit.from()));
            changed.addAll(edit.lines());
            at = edit.to();
        }
        changed.addAll(lines.subList(at, lines.size()));
        return new MotionText(changed);
    }
}
