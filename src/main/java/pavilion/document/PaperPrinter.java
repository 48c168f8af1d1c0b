package pavilion.document;

import java.nio.charset.StandardCharsets;

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
            case PDF -> pdf.print(html, paper.made());
            case HTML -> html.getBytes(StandardCharsets.UTF_8);
        };
    }
}
