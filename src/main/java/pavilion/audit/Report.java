package pavilion.audit;

import java.util.List;

/** What the check of a file found, in the order it looked. */
public record Report(List<Finding> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return findings.stream().allMatch(Finding::ok);
    }
}
