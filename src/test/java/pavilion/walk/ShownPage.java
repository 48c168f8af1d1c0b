package pavilion.walk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as somebody sees it.
 *
 * @param path where it is, with its query
 * @param links addresses of this server that it names, for the browser or for whoever taps
 */
record ShownPage(String path, Document document, List<String> links, List<PageForm> forms) {

    static ShownPage of(String path, String html) {
        Document document = Jsoup.parse(html, path);
        return new ShownPage(path, document, List.copyOf(links(document)), PageForm.of(document, path));
    }

    private static Set<String> links(Document document) {
        Set<String> all = new LinkedHashSet<>();
        for (Element each : document.select("a[href], img[src], [data-src], link[href], script[src]")) {
            String address = each.hasAttr("href")
                    ? each.attr("href")
                    : each.hasAttr("data-src") ? each.attr("data-src") : each.attr("src");
            address = address.split("#", 2)[0];
            if (address.startsWith("/") && !address.startsWith("//")) {
                all.add(address);
            }
        }
        return all;
    }

    /** The address behind the code on the projector; null on any other page. */
    @Nullable
    String checkIn() {
        Element code = document.selectFirst("[data-in]");
        return code == null || code.attr("data-in").isEmpty()
                ? null
                : code.attr("data-in").replaceFirst("^https?://[^/]*", "");
    }

    List<PageForm> forms(String key) {
        return forms.stream().filter(each -> each.key().equals(key)).toList();
    }
}
