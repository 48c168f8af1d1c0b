package pavilion.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** What no page may show. */
final class MarkupRules {
    /** Typed into text fields by the walkers: on a page it may stand with its characters escaped, once and no other way. */
    static final String MARKER = "<i>w7\"&'";

    /** No walker types these, so wherever they stand the page wrote them. */
    private static final List<Pattern> NEVER_SHOWN = List.of(
            Pattern.compile("\\[[a-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+\\]"),
            Pattern.compile("\\b(null|undefined|NaN)\\b"),
            Pattern.compile("\\{[0-9](,[^}]*)?\\}"),
            Pattern.compile("\\{\\{|\\}\\}"),
            Pattern.compile("\\bOptional(\\[|\\.empty)"),
            Pattern.compile("\\b(java|pavilion|io\\.vertx)\\.[a-z]+\\.[A-Za-z.]+"),
            Pattern.compile("[A-Za-z]@[0-9a-f]{6,8}\\b"),
            Pattern.compile("[A-Z][A-Za-z]+\\[[a-z][A-Za-z]*="));

    private static final List<String> READ =
            List.of("title", "aria-label", "placeholder", "alt", "value", "href", "action");

    private MarkupRules() {}

    /** @return a sentence for each thing that is wrong */
    static List<String> broken(String html, Document page) {
        List<String> all = new ArrayList<>();
        for (String raw : List.of("<i>w7", "w7\"&'", "&amp;lt;i&amp;gt;w7", "w7&amp;quot;", "w7&amp;#34;")) {
            if (html.contains(raw)) {
                all.add("what was typed stands on the page as " + raw);
            }
        }
        Set<String> ids = new HashSet<>();
        for (Element each : page.select("[id]")) {
            if (!ids.add(each.id())) {
                all.add("two elements have the id " + each.id());
            }
        }
        for (Element label : page.select("label[for]")) {
            if (!ids.contains(label.attr("for"))) {
                all.add("a label is for " + label.attr("for") + ", which is not there");
            }
        }
        for (Element each : page.getAllElements()) {
            for (TextNode text : each.textNodes()) {
                check(text.getWholeText(), each.normalName(), all);
            }
            for (Attribute attribute : each.attributes()) {
                if (READ.contains(attribute.getKey())) {
                    check(attribute.getValue(), each.normalName() + " " + attribute.getKey(), all);
                }
            }
        }
        return all;
    }

    private static void check(String text, String where, List<String> all) {
        for (Pattern never : NEVER_SHOWN) {
            Matcher found = never.matcher(text);
            if (found.find()) {
                int from = Math.max(0, found.start() - 30);
                int to = Math.min(text.length(), found.end() + 30);
                all.add(where + " shows " + found.group() + ": …"
                        + text.substring(from, to).strip().replace('\n', ' ') + "…");
            }
        }
    }
}
