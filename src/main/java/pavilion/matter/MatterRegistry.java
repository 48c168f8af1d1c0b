package pavilion.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pavilion.identity.Role;
import pavilion.rules.procedure.Stage;
import pavilion.rules.procedure.StageKind;
import pavilion.rules.procedure.Template;

/**
 * What other packages tell the matters: the kinds of stages, the documents, what follows an outcome, the panels of the
 * page. Filled by one thread while the server is put together, then frozen; the server does not start before
 * {@link #freeze} has found everything that the templates name.
 */
public final class MatterRegistry {
    private static final Set<String> ROLES =
            Stream.of(Role.values()).map(Role::key).collect(Collectors.toUnmodifiableSet());

    private final Map<StageKind, StageRegistration> stages = new EnumMap<>(StageKind.class);
    private final Map<String, Boolean> documents = new HashMap<>();
    private final List<PanelProvider> panels = new ArrayList<>();
    private final List<StageGuard> holds = new ArrayList<>();
    private final List<StageGuard> endingHolds = new ArrayList<>();
    private @Nullable OutcomeHandler outcomes;
    private boolean frozen;

    /** @throws IllegalStateException if this kind has been registered before, or the registry is frozen */
    public void stage(StageRegistration registration) {
        requireFilling();
        if (stages.putIfAbsent(registration.kind(), registration) != null) {
            throw new IllegalStateException("stage kind " + registration.kind() + " is registered twice");
        }
    }

    /** Documents (D01 ...) that a package writes. */
    public void documents(String... ids) {
        documents(true, ids);
    }

    /** Documents that no package writes yet: a template that names one cannot be proposed. */
    public void documentsNotOffered(String... ids) {
        documents(false, ids);
    }

    private void documents(boolean offered, String... ids) {
        requireFilling();
        for (String id : ids) {
            if (documents.putIfAbsent(id, offered) != null) {
                throw new IllegalStateException("document " + id + " is registered twice");
            }
        }
    }

    /** Panels stand on the page in the order in which they were registered. */
    public void panels(PanelProvider provider) {
        requireFilling();
        panels.add(provider);
    }

    /** What keeps a matter where it is, whatever its stage: asked before every move, also before it is suspended or ended. */
    public void hold(StageGuard hold) {
        requireFilling();
        holds.add(hold);
    }

    /** What keeps a matter from being ended by the committee before its course is over. */
    public void endingHold(StageGuard hold) {
        requireFilling();
        endingHolds.add(hold);
    }

    List<StageGuard> endingHolds() {
        return endingHolds;
    }

    /** @throws IllegalStateException if there is one already, or the registry is frozen */
    public void outcomes(OutcomeHandler handler) {
        requireFilling();
        if (outcomes != null) {
            throw new IllegalStateException("outcomes are handled twice");
        }
        outcomes = handler;
    }

    private void requireFilling() {
        if (frozen) {
            throw new IllegalStateException("the registry of matters is frozen");
        }
    }

    /**
     * Ends the registration.
     *
     * @throws IllegalStateException naming template, stage, and the role that does not exist, the kind or document that
     *     nobody registered, what nobody enforces, or the vote whose outcome would have no stage of public notice to go
     *     to
     */
    public void freeze(Collection<Template> templates) {
        for (Template template : templates) {
            for (Stage stage : template.stages()) {
                fault(template, stage).ifPresent(fault -> {
                    throw new IllegalStateException(
                            "template " + template.id() + ", stage " + stage.key() + ": " + fault);
                });
            }
        }
        outcomes();
        frozen = true;
    }

    private Optional<String> fault(Template template, Stage stage) {
        for (String role : stage.roles()) {
            if (!ROLES.contains(role)) {
                return Optional.of("role " + role + " is unknown");
            }
        }
        if (!stages.containsKey(stage.kind())) {
            return Optional.of("stage kind " + stage.kind() + " is not registered");
        }
        for (String document : stage.documents()) {
            if (!documents.containsKey(document)) {
                return Optional.of("document " + document + " is not registered");
            }
        }
        Optional<String> unenforced = unenforced(stage, stages.get(stage.kind()));
        if (unenforced.isPresent()) {
            return unenforced;
        }
        if ((stage.kind().decides() || stage.kind() == StageKind.COUNT) && !published(template, stage)) {
            return Optional.of("no public notice follows this vote");
        }
        return Optional.empty();
    }

    /** What the template says of the stage and nobody carries out: it would look like a rule and have no effect. */
    private static Optional<String> unenforced(Stage stage, StageRegistration registration) {
        if (!registration.offered()) {
            return Optional.empty();
        }
        if (stage.requires().isEmpty()) {
            return Optional.of("nothing is required before it can be left");
        }
        Stream<String> lengths = Stream.of(
                        stage.minDays() > 0 ? StageRegistration.MIN : "",
                        stage.maxDays() < Integer.MAX_VALUE ? StageRegistration.MAX : "",
                        stage.extensions() > 0 ? StageRegistration.EXTENSIONS : "")
                .filter(name -> !name.isEmpty());
        return Stream.concat(lengths, stage.requires().stream())
                .filter(name ->
                        !name.equals(Stage.RECORD) && !registration.enforces().contains(name))
                .findFirst()
                .map(name -> "stage kind " + stage.kind() + " does not enforce " + name);
    }

    private static boolean published(Template template, Stage vote) {
        List<Stage> all = template.stages();
        return all.subList(all.indexOf(vote), all.size()).stream()
                .anyMatch(stage -> stage.kind() == StageKind.PUBLICITY);
    }

    /** Whether matters can be proposed by this template: every kind and every document of it is carried out. */
    public boolean offers(Template template) {
        return template.stages().stream()
                .allMatch(stage -> of(stage.kind()).offered()
                        && stage.documents().stream().allMatch(id -> documents.getOrDefault(id, false)));
    }

    /** @throws IllegalStateException if nobody registered this kind */
    StageRegistration of(StageKind kind) {
        return Optional.ofNullable(stages.get(kind))
                .orElseThrow(() -> new IllegalStateException("stage kind " + kind + " is not registered"));
    }

    List<StageGuard> holds() {
        return holds;
    }

    OutcomeHandler outcomes() {
        if (outcomes == null) {
            throw new IllegalStateException("nobody handles the outcome of a matter");
        }
        return outcomes;
    }

    List<PanelProvider> panels() {
        return panels;
    }
}
