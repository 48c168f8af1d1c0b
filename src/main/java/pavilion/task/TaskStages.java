package pavilion.task;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pavilion.db.Tx;
import pavilion.identity.CurrentUser;
import pavilion.matter.Matter;
import pavilion.matter.MatterLine;
import pavilion.matter.MatterRegistry;
import pavilion.matter.PanelProvider.Panel;
import pavilion.matter.PanelProvider.Region;
import pavilion.matter.Relation;
import pavilion.matter.StageFact;
import pavilion.matter.StageFacts;
import pavilion.matter.StageRegistration;
import pavilion.rules.procedure.StageKind;
import pavilion.web.Request;

/** The stages of work and rating: what a person can do at each, in lists and on the matter's page. */
final class TaskStages {
    private final Tasks tasks;
    private final Ratings ratings;

    TaskStages(Tasks tasks, Ratings ratings) {
        this.tasks = tasks;
        this.ratings = ratings;
    }

    void register(MatterRegistry registry) {
        registry.stage(StageRegistration.of(
                        StageKind.WORK,
                        tasks,
                        StageFacts.badge(line -> user -> line.home(user) ? "work" : ""),
                        this::work)
                .enforcing("tasks"));
        registry.stage(StageRegistration.of(StageKind.RATE, ratings, TaskStages::unrated, this::rate)
                .enforcing("days", StageRegistration.MIN)
                .endingByTime());
    }

    /**
     * @param step what is to be done: {@code claimed}, {@code take}, {@code close}, {@code list}, {@code rate} or
     *     {@code file}
     * @param task the one this person took; null but for {@code claimed}
     */
    record TaskActionView(
            Matter matter, String step, @Nullable Task task) {}

    private static Optional<Panel> panel(Matter matter, String step, @Nullable Task task) {
        return Optional.of(new Panel(Region.ACTION, "task/now", new TaskActionView(matter, step, task)));
    }

    private static Map<Long, StageFact> unrated(Tx tx, CurrentUser user, List<MatterLine> lines) {
        Set<Long> rated = RatingStore.rated(
                tx,
                lines.getFirst().community(),
                lines.stream().map(MatterLine::id).toList(),
                user.person());
        return StageFacts.by(
                lines, line -> StageFact.badge(line.home(user) && !rated.contains(line.id()) ? "rate" : ""));
    }

    private Optional<Panel> work(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        List<Task> all = tasks.of(tx, matter);
        Task claimed = all.stream()
                .filter(each -> !each.closed()
                        && Objects.equals(each.claimedBy(), request.user().person()))
                .findFirst()
                .orElse(null);
        if (claimed != null) {
            return panel(matter, "claimed", claimed);
        }
        if (relation.committee() && all.stream().allMatch(Task::closed)) {
            return panel(matter, all.isEmpty() ? "list" : "close", null);
        }
        return all.stream().anyMatch(each -> !each.closed() && each.claimedBy() == null)
                ? panel(matter, "take", null)
                : Optional.empty();
    }

    private Optional<Panel> rate(Tx tx, Request request, Matter matter, Relation relation, String waits) {
        if (ratings.mayRate(tx, matter, relation, request.user().person())) {
            return panel(matter, "rate", null);
        }
        return relation.committee() && ratings.over(matter) ? panel(matter, "file", null) : Optional.empty();
    }
}
