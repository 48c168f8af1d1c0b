/**
 * The append-only chain of acts, the export of one matter, and the verification of such a file. Each entry carries
 * the hash of the one before, so that nothing can be removed or changed unnoticed. Verification needs only the
 * file.
 */
package pavilion.audit;
