/**
 * The rule book for everybody: each rule and each way of counting on a page of its own, with figures the reader can change.
 */
package pavilion.book;
