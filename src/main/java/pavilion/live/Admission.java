package pavilion.live;

import org.jspecify.annotations.Nullable;

/**
 * On what grounds a socket was let into a channel, so that the same question can be asked again.
 *
 * @param tokenHash of the sign-in; none for a screen that enters by its key
 */
record Admission(ChannelKey channel, @Nullable String tokenHash, String screenKey, SocketOwner owner) {}
