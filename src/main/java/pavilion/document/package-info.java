/**
 * Papers: one printer for every kind of document, PDF, the register as CSV and XLSX, QR codes, photos made safe. The
 * package is told everything it prints; it asks no other package and reaches no network or file. Every text comes from
 * messages through a {@link pavilion.document.Renderer}.
 */
package pavilion.document;
