/**
 * What follows a decision: tasks that somebody takes, photos before and after, and what those who took part think of it.
 * A rating stands apart from who rated, and small numbers are not shown.
 */
package pavilion.errand;
