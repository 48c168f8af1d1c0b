package pavilion.resolution;

/** What was counted, written down and not posted: only those who post it see it. */
record ResolutionDraft(long id, Resolution.ResolutionText text, Resolution.Verdict verdict) {}
