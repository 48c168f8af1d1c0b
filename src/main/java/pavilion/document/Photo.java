package pavilion.document;

/** A photograph made safe: upright, without metadata, at two sizes, both JPEG. */
public record Photo(byte[] jpeg, byte[] thumbnail, int width, int height) {}
