package pavilion.motion;

import org.jspecify.annotations.Nullable;
import pavilion.identity.Actor;

/**
 * Who moves something: somebody present on their own phone, or somebody whom the moderator names.
 *
 * @param person null for somebody without a phone, whom the moderator names
 * @param name as everybody reads it
 * @param by for the log
 */
record Mover(@Nullable Long person, String name, Actor by) {}
