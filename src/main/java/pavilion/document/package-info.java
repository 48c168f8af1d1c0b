/**
 * Papers: resolutions and invitation slips as PDF, the register as CSV and XLSX, photographs made safe.
 * The room is told everything it prints; it asks no other room and reaches no network or file.
 * Every text on paper comes from messages through a {@link pavilion.document.Renderer}.
 */
package pavilion.document;
