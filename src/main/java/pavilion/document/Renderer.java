package pavilion.document;

/** Turns a template and a model into HTML; the web package has the real one. */
@FunctionalInterface
public interface Renderer {
    String render(String template, String lang, Object model);
}
