/**
 * What follows a decision: tasks that somebody takes on, photos before and after, and the rating by those who took
 * part. A rating is stored apart from who rated, and small numbers are not shown.
 */
package pavilion.task;
