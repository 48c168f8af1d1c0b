/**
 * How a matter proceeds: templates and their stages, periods by the Civil Code, and what may never be voted on.
 * Data in, answers out; it knows java.* and the rules only.
 */
package pavilion.rules.procedure;
