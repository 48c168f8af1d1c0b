/**
 * 议事亭 · Pavilion: the people of a courtyard propose, discuss, decide, carry out and rate what concerns them all.
 * Only {@link pavilion.Main} is here; {@code docs/architecture.md} names every package.
 */
package pavilion;
