/**
 * A matter before the vote: proposing, endorsing, triage, the options, the notice, remarks and photos.
 */
package pavilion.proposal;
