package pavilion.live;

import java.util.Map;

/**
 * What a channel shows now: the partials of its page, rendered once for each language.
 *
 * @param version grows with every change; an older version is dropped wherever it arrives
 * @param personal changes whenever each page has to fetch its personal part again
 * @param html language to element id to HTML
 */
public record RenderedParts(long version, String personal, Map<String, Map<String, String>> html) {}
