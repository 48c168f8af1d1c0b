/**
 * The append-only chain of acts, the export of one matter, and the check of such a file.
 * Each act carries the hash of the one before, so that nothing can be taken out or changed unseen.
 * The check needs nothing but the file, and says in words what it found.
 */
package pavilion.audit;
