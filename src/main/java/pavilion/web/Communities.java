package pavilion.web;

import org.jspecify.annotations.Nullable;

/** The communities that this server serves; implemented by the roster. */
public interface Communities {
    /** {@code rootPath} is the path of the community's own place. */
    record Community(int id, String code, String name, long rootPlace, String rootPath) {}

    @Nullable
    Community byCode(String code);

    @Nullable
    Community byId(int id);
}
