package pavilion.rehearse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of the server, read as a browser would: its forms with their hidden fields.
 *
 * @param location where it redirects to; empty if it does not
 * @param cookies that it sets, as the browser sends them back
 */
record ParsedPage(int status, String body, String location, String cookies) {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*\\baction=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern RECEIPT = Pattern.compile("receipts\\?code(?:=|&#x3D;)([0-9A-Z]+)");
    private static final Pattern MARKED = Pattern.compile("[^0-9]");

    /** A form, ready to be sent. */
    record FilledForm(String action, Map<String, String> fields) {
        FilledForm with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new FilledForm(action, more);
        }
    }

    boolean good() {
        return status >= 200 && status < 400;
    }

    /** The first form whose address ends like this. */
    Optional<FilledForm> form(String ending) {
        return form("", ending);
    }

    /** The same, for an address that also contains {@code within}. */
    Optional<FilledForm> form(String within, String ending) {
        Matcher matcher = FORM.matcher(body);
        while (matcher.find()) {
            String action = plain(matcher.group(1));
            if (action.endsWith(ending) && action.contains(within)) {
                Map<String, String> fields = new LinkedHashMap<>();
                Matcher hidden = HIDDEN.matcher(matcher.group(2));
                while (hidden.find()) {
                    fields.put(plain(hidden.group(1)), plain(hidden.group(2)));
                }
                return Optional.of(new FilledForm(action, fields));
            }
        }
        return Optional.empty();
    }

    /** The receipt of a counted ballot; empty if there is none. */
    String receipt() {
        Matcher matcher = RECEIPT.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The text between the first occurrences of two pieces of the page; empty if they are not there. */
    String between(String before, String after) {
        return plain(html(before, after));
    }

    /** The same without decoding. */
    String html(String before, String after) {
        int from = body.indexOf(before);
        int to = from < 0 ? -1 : body.indexOf(after, from + before.length());
        return to < 0 ? "" : body.substring(from + before.length(), to);
    }

    long number(String before, String after) {
        String digits = MARKED.matcher(between(before, after)).replaceAll("");
        return digits.isEmpty() || digits.length() > 18 ? -1 : Long.parseLong(digits);
    }

    private static String plain(String html) {
        return html.replace("&#x3D;", "=")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
