/**
 * The kernel of the live session: its record, its state, how it is changed and logged, and who may see or moderate it. The
 * packages below it (agenda, call, presence, floor, conduct, screen) each hold one subject; the kernel depends on none of
 * them, but reads the table of agenda items.
 */
package pavilion.session;
