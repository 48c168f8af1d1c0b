package pavilion.audit;

import java.util.List;

/**
 * What the check of a file found, in the order it looked.
 *
 * @param readable false where this is no export of this version, or its content cannot be read: then nothing inside was checked
 */
public record VerificationReport(List<Finding> findings, boolean readable) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return readable && findings.stream().allMatch(Finding::ok);
    }
}
