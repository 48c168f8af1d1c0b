package pavilion.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import pavilion.db.Database;
import pavilion.db.Tx;
import pavilion.matter.Matter;
import pavilion.matter.Matters;
import pavilion.matter.PanelProvider;
import pavilion.matter.Relation;
import pavilion.proposal.PhotoStore;
import pavilion.rules.procedure.StageKind;
import pavilion.task.RatingView.CountView;
import pavilion.task.RatingView.StarsView;
import pavilion.task.WorkView.TaskView;
import pavilion.text.Phrases;
import pavilion.web.Request;

/** The tasks and the rating on the matter's page. */
final class TaskPanels implements PanelProvider {
    private static final int BAR_WIDTH = 360;
    private static final List<Integer> STARS = List.of(5, 4, 3, 2, 1);

    private final Database db;
    private final Matters matters;
    private final Tasks tasks;
    private final Ratings ratings;

    TaskPanels(Database db, Matters matters, Tasks tasks, Ratings ratings) {
        this.db = db;
        this.matters = matters;
        this.tasks = tasks;
        this.ratings = ratings;
    }

    @Override
    public List<Panel> panels(Request request, Matter matter, Relation relation) {
        Tx tx = db.plain();
        StageKind kind = matters.stage(matter).kind();
        List<Panel> panels = new ArrayList<>();
        List<Task> all = tasks.of(tx, matter);
        boolean working = matter.open() && kind == StageKind.WORK;
        if (working || !all.isEmpty()) {
            panels.add(new Panel(Region.COURSE, "task/work", work(request, tx, matter, relation, all, working)));
        }
        if (kind == StageKind.RATE) {
            panels.add(new Panel(Region.COURSE, "task/rating", rating(request, tx, matter, relation)));
        }
        return panels;
    }

    private WorkView work(Request request, Tx tx, Matter matter, Relation relation, List<Task> all, boolean working) {
        LocalDate today = matters.today();
        Phrases phrases = request.phrases();
        List<PhotoStore.StoredPhoto> photos = PhotoStore.of(tx, matter);
        Long me = request.user().person();
        List<TaskView> lines = all.stream()
                .map(task -> {
                    boolean open = working && !task.closed();
                    return new TaskView(
                            task,
                            phrases.day(task.due()),
                            !task.closed() && task.due() != null && task.due().isBefore(today),
                            open && task.claimedBy() == null && relation.belongs(),
                            open && (relation.committee() || Objects.equals(task.claimedBy(), me)),
                            open && relation.committee(),
                            photos(photos, task, "before"),
                            photos(photos, task, "after"));
                })
                .toList();
        return new WorkView(matter, lines, working && relation.committee());
    }

    private static List<PhotoStore.StoredPhoto> photos(List<PhotoStore.StoredPhoto> photos, Task task, String kind) {
        return photos.stream()
                .filter(photo -> photo.task() != null
                        && photo.task() == task.id()
                        && photo.kind().equals(kind))
                .toList();
    }

    private RatingView rating(Request request, Tx tx, Matter matter, Relation relation) {
        Ratings.Summary summary = ratings.summary(tx, matter, relation);
        Phrases phrases = request.phrases();
        int n = Math.max(1, summary.n());
        return new RatingView(
                matter,
                summary,
                matter.open()
                        && ratings.mayRate(tx, matter, relation, request.user().person()),
                summary.counts().stream()
                        .map(count -> new CountView(
                                phrases.say("task.stars." + count.stars()),
                                phrases.say("task.stars.n", count.n(), summary.n()),
                                Math.max(1, count.n() * BAR_WIDTH / n)))
                        .toList(),
                STARS.stream()
                        .map(stars -> new StarsView(stars, phrases.say("task.stars." + stars)))
                        .toList());
    }
}
