package pavilion.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which sentences the sources of a package refuse with. A key counts where it stands inside a call that refuses, or where
 * its name says that it is a refusal; a key that is put together at run time is found by its beginning. What only shows
 * sentences (views, papers) is passed over.
 */
final class RefusalScan {
    private static final Pattern CALL = Pattern.compile("(?:Refused|Refusal\\.of|HttpError\\.\\w+|\\.wrong)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+\\.[a-z0-9_.-]+)\"");
    private static final Pattern NAMED = Pattern.compile("[a-z]+\\.(?:refused|stop|gate|why)\\..*");
    private static final Pattern SHOWS = Pattern.compile(".*(View|Paper)\\.java");
    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,[^{}]*[#<]([^#<|{}]*)}");
    private static final Pattern FORMATTED = Pattern.compile("\\{(\\d+),[^{}]*}");
    /** More keys than these with one beginning are one line of a table. */
    private static final int MOST_NAMED = 8;

    private final Map<String, String> sentences = new TreeMap<>();

    RefusalScan() {
        for (Path file : Sources.under(Sources.MESSAGES, ".en.properties")) {
            Properties texts = new Properties();
            try {
                texts.load(new StringReader(Sources.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts.forEach((key, text) -> sentences.put((String) key, plain((String) text)));
        }
    }

    /** In English; of a beginning, that of its first key. */
    String sentence(String key) {
        return key.endsWith("*")
                ? beginningWith(key.substring(0, key.length() - 1))
                        .map(sentences::get)
                        .findFirst()
                        .orElseThrow()
                : sentences.get(key);
    }

    /** A message as its reader sees it: of several forms that depend on a number, the one for many. */
    static String plain(String text) {
        String chosen = CHOICE.matcher(text).replaceAll("$1");
        return FORMATTED.matcher(chosen).replaceAll("{$1}").replace("''", "'");
    }

    /** Keys to the classes that refuse with them, both in alphabetical order. */
    Map<String, Set<String>> of(List<Path> sources) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path file : sources) {
            if (SHOWS.matcher(file.toString()).matches()) {
                continue;
            }
            String name = file.getFileName().toString().replace(".java", "");
            keysOf(Sources.read(file))
                    .forEach(key ->
                            found.computeIfAbsent(key, k -> new TreeSet<>()).add(name));
        }
        return found;
    }

    Set<String> keysOf(String java) {
        Set<String> found = new TreeSet<>();
        literals(java).filter(key -> NAMED.matcher(key).matches()).forEach(key -> found.addAll(known(key)));
        Matcher calls = CALL.matcher(java);
        while (calls.find()) {
            literals(java.substring(calls.end(), endOfCall(java, calls.end())))
                    .forEach(key -> found.addAll(known(key)));
        }
        return found;
    }

    private static Stream<String> literals(String java) {
        return LITERAL.matcher(java).results().map(m -> m.group(1));
    }

    private List<String> known(String literal) {
        if (sentences.containsKey(literal)) {
            return List.of(literal);
        }
        List<String> all = literal.endsWith(".") && literal.indexOf('.') < literal.length() - 1
                ? beginningWith(literal).toList()
                : List.of();
        return all.size() > MOST_NAMED ? List.of(literal + "*") : all;
    }

    private Stream<String> beginningWith(String text) {
        return sentences.keySet().stream().filter(key -> key.startsWith(text));
    }

    /** The position of the parenthesis that closes the call whose arguments begin at {@code from}. */
    private static int endOfCall(String java, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < java.length(); i++) {
            char c = java.charAt(i);
            if (c == '"' && java.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i;
            }
        }
        return java.length();
    }
}
