package pavilion.session;

import org.jspecify.annotations.Nullable;

/** One thing to talk about, and what is proposed in it, word for word. */
public record AgendaItem(int ordinal, @Nullable Long matter, String title, String motion) {}
