package pavilion.live;

import java.util.Map;

/**
 * What a room sees now: the same partials that its page uses, once a language.
 *
 * @param version grows with every change; a browser keeps the higher one
 * @param me changes whenever the personal part of the page should be asked for again
 * @param html language to element id to HTML
 */
public record RenderedParts(long version, String me, Map<String, Map<String, String>> html) {}
