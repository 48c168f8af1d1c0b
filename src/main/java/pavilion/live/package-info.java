/**
 * Live updates: channels over the event bus. A change is rendered once for a channel, published once to every
 * server and written once to each subscriber; a slow subscriber gets the newest snapshot, never a queue.
 */
package pavilion.live;
