package pavilion.document;

import java.util.Locale;

/** What a paper can be written as. */
public enum PaperFormat {
    PDF("application/pdf"),
    HTML("text/html; charset=utf-8");

    private final String type;

    PaperFormat(String type) {
        this.type = type;
    }

    /** The media type, with its character set where it has one. */
    public String type() {
        return type;
    }

    public String fileName(Paper paper) {
        return paper.fileName() + "." + name().toLowerCase(Locale.ROOT);
    }
}
