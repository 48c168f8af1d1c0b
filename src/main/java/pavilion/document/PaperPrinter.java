package pavilion.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a paper from its template; made once and handed to whoever prints. */
public final class PaperPrinter {
    private final Renderer renderer;
    private final Pdf pdf = new Pdf();

    public PaperPrinter(Renderer renderer) {
        this.renderer = renderer;
    }

    public byte[] print(Paper paper, PaperFormat format) {
        String html = renderer.render(paper.template(), paper.lang(), paper);
        return switch (format) {
            case PDF -> pdf.print(html, paper.made(), signs -> replaced(signs, paper.lang()));
            case HTML -> html.getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * The signs of these texts that no font has, each once, with blanks between: for the page that leads to the paper, where they
     * can still be written otherwise. Empty where everything can be printed.
     */
    public static String unprintable(String... texts) {
        Set<String> signs = new LinkedHashSet<>();
        for (String text : texts) {
            Glyphs.printable(text, signs);
        }
        return String.join(" ", signs);
    }

    /** A sentence for whoever looks at the paper before it is put up: what to write in by hand. The fonts cannot show it. */
    private String replaced(Set<String> signs, String lang) {
        String codes = signs.stream()
                .map(sign -> sign.codePoints()
                        .mapToObj(point -> String.format("U+%04X", point))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
        return renderer.render("document/replaced", lang, Map.of("codes", codes));
    }
}
