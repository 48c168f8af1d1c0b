package pavilion.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import pavilion.db.Tx;
import pavilion.identity.Actor;
import pavilion.rules.procedure.Ending;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

class MatterRegistryTest {
    private static final String[] DOCUMENTS = {
        "D01", "D02", "D03", "D04", "D05", "D06", "D07", "D10", "D12", "D13", "D14", "D15", "D16", "D18"
    };
    private static final OutcomeHandler OUTCOMES = new OutcomeHandler() {
        @Override
        public void draft(Tx tx, Matter matter, VoteResult conclusion) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void annulled(Tx tx, Matter matter, Actor by, String reason, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Ending> afterNotice(Tx tx, Matter matter) {
            return Optional.empty();
        }
    };
    private final MatterRegistry registry = new MatterRegistry();
    private final Template courtyard = SampleTemplates.courtyard();

    private static void stops(String sentence, Executable what) {
        assertEquals(sentence, assertThrows(IllegalStateException.class, what).getMessage());
    }

    private static StageRegistration carriedOut(StageKind kind) {
        return StageRegistration.of(
                        kind,
                        (tx, matter, by, today) -> Optional.empty(),
                        StageFacts.badge(line -> user -> ""),
                        StageAction.NONE)
                .enforcing(
                        "endorsed",
                        "answered",
                        "options",
                        "posted",
                        "days",
                        "outcome",
                        "objections",
                        "tasks",
                        "min",
                        "max");
    }

    private void register(StageKind... left) {
        for (StageKind kind : StageKind.values()) {
            if (!List.of(left).contains(kind)) {
                registry.stage(carriedOut(kind));
            }
        }
    }

    @Test
    void aStageKindThatNobodyRegisteredStopsTheStart() {
        register(StageKind.WORK);
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        stops("template T1, stage work: stage kind WORK is not registered", () -> registry.freeze(List.of(courtyard)));
        registry.stage(carriedOut(StageKind.WORK));
        registry.freeze(List.of(courtyard));
    }

    @Test
    void aDocumentThatNobodyRegisteredStopsTheStart() {
        register();
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        stops(
                "template T8, stage propose: document D99 is not registered",
                () -> registry.freeze(List.of(SampleTemplates.asking("T8", courtyard, "D99"))));
    }

    @Test
    void aRoleThatDoesNotExistStopsTheStart() {
        register();
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        stops(
                "template T8, stage propose: role mayor is unknown",
                () -> registry.freeze(List.of(SampleTemplates.openTo("T8", courtyard, "resident", "mayor"))));
    }

    @Test
    void aVoteWithoutAPublicNoticeAfterItStopsTheStart() {
        register();
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        stops(
                "template T8, stage session: no public notice follows this vote",
                () -> registry.freeze(List.of(SampleTemplates.without("T8", courtyard, StageKind.PUBLICITY))));
    }

    @Test
    void whatAStageAsksForAndItsKindDoesNotEnforceStopsTheStart() {
        StageRegistration bare = StageRegistration.of(
                StageKind.NOTICE,
                (tx, matter, by, today) -> Optional.empty(),
                StageFacts.badge(line -> user -> ""),
                StageAction.NONE);
        for (String left : List.of("min", "posted", "days")) {
            MatterRegistry other = new MatterRegistry();
            for (StageKind kind : StageKind.values()) {
                List<String> all = List.of("min", "posted", "days");
                other.stage(
                        kind != StageKind.NOTICE
                                ? carriedOut(kind)
                                : bare.enforcing(all.stream()
                                        .filter(each -> !each.equals(left))
                                        .toArray(String[]::new)));
            }
            other.documents(DOCUMENTS);
            other.outcomes(OUTCOMES);
            stops(
                    "template T1, stage notice: stage kind NOTICE does not enforce " + left,
                    () -> other.freeze(List.of(courtyard)));
        }
    }

    @Test
    void aStageWhoseExitIsWordsAloneStopsTheStart() {
        register();
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        stops(
                "template T8, stage propose: nothing is required before it can be left",
                () -> registry.freeze(List.of(SampleTemplates.requiring("T8", courtyard))));
    }

    @Test
    void outcomesThatNobodyHandlesStopTheStart() {
        register();
        registry.documents(DOCUMENTS);
        stops("nobody handles the outcome of a matter", () -> registry.freeze(List.of(courtyard)));
    }

    @Test
    void nothingIsRegisteredTwiceOrTooLate() {
        register();
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        stops("stage kind POLL is registered twice", () -> registry.stage(carriedOut(StageKind.POLL)));
        stops("document D01 is registered twice", () -> registry.documents("D01"));
        stops("outcomes are handled twice", () -> registry.outcomes(OUTCOMES));
        registry.freeze(List.of(courtyard));
        stops("the registry of matters is frozen", () -> registry.documents("D99"));
    }

    @Test
    void aStageWithoutARegistrationIsNeverOpen() {
        register(StageKind.TRIAGE);
        stops("stage kind TRIAGE is not registered", () -> registry.of(StageKind.TRIAGE));
    }

    @Test
    void aKindThatIsNotOfferedLetsNobodyOnAndItsTemplateIsNotOffered() {
        register(StageKind.RATE);
        registry.stage(StageRegistration.notOffered(StageKind.RATE));
        registry.documents(DOCUMENTS);
        registry.outcomes(OUTCOMES);
        registry.freeze(List.of(courtyard));
        assertFalse(registry.offers(courtyard));
        assertTrue(registry.offers(SampleTemplates.without("T8", courtyard, StageKind.RATE)));
        assertEquals(
                "matter.gate.not-offered",
                registry.of(StageKind.RATE)
                        .guard()
                        .refusal(null, null, Actor.SERVER, LocalDate.EPOCH)
                        .orElseThrow()
                        .key());
    }

    @Test
    void aTemplateWithADocumentThatIsNotOfferedIsNotOffered() {
        register();
        registry.documents(DOCUMENTS);
        registry.documentsNotOffered("D09");
        assertTrue(registry.offers(courtyard));
        assertFalse(registry.offers(SampleTemplates.asking("T8", courtyard, "D09")));
    }
}
