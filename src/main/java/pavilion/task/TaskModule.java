package pavilion.task;

import java.util.List;
import pavilion.db.Database;
import pavilion.matter.MatterAccess;
import pavilion.matter.MatterModule;
import pavilion.matter.MatterRegistry;
import pavilion.matter.Matters;
import pavilion.web.Route;

/** What follows a decision, put together: tasks and the rating. */
public final class TaskModule {
    private final Database db;
    private final Matters matters;
    private final MatterAccess access;
    private final Tasks tasks;
    private final Ratings ratings;

    public TaskModule(MatterModule module) {
        this.db = module.db();
        this.matters = module.matters();
        this.access = module.access();
        this.tasks = new Tasks(matters);
        this.ratings = new Ratings(matters);
    }

    /** Stages WORK and RATE, their documents, and what the matter's page shows of them. */
    public void register(MatterRegistry registry) {
        new TaskStages(tasks, ratings).register(registry);
        registry.documents("D14", "D15", "D16", "D18");
        registry.panels(new TaskPanels(db, matters, tasks, ratings));
    }

    public Tasks tasks() {
        return tasks;
    }

    public List<Route> routes() {
        return new TaskPages(db, access, tasks, ratings).routes();
    }
}
