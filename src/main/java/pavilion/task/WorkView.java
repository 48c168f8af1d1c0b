package pavilion.task;

import java.util.List;
import pavilion.matter.Matter;
import pavilion.proposal.PhotoStore;

/** The tasks of a matter on its page. */
record WorkView(Matter matter, List<TaskView> lines, boolean mayAdd) {
    /**
     * One task.
     *
     * @param dueDay the day without its year; empty where there is none
     * @param late whether that day is over and the task is not
     */
    record TaskView(
            Task task,
            String dueDay,
            boolean late,
            boolean mayClaim,
            boolean mayReport,
            boolean mayDrop,
            List<PhotoStore.StoredPhoto> before,
            List<PhotoStore.StoredPhoto> after) {}
}
