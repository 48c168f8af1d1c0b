package pavilion.audit;

import java.util.List;

/** What the check of a file found, in the order it looked. */
public record VerificationReport(List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return findings.stream().allMatch(Finding::ok);
    }
}
