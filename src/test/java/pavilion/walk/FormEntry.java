package pavilion.walk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field as it is sent.
 *
 * @param file what is in the file that {@code value} names; null for a field that is no file
 */
record FormEntry(String name, String value, byte @Nullable [] file) {
    static FormEntry of(String name, String value) {
        return new FormEntry(name, value, null);
    }

    static String urlencoded(List<FormEntry> entries) {
        return entries.stream()
                .map(each -> URLEncoder.encode(each.name, StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(each.value, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** @param edge stands between the parts */
    static byte[] multipart(List<FormEntry> entries, String edge) {
        var body = new java.io.ByteArrayOutputStream();
        for (FormEntry each : entries) {
            String head = "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + each.name + "\"";
            if (each.file == null) {
                body.writeBytes((head + "\r\n\r\n" + each.value).getBytes(StandardCharsets.UTF_8));
            } else {
                head += "; filename=\"" + each.value + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
                body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
                body.writeBytes(each.file);
            }
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    @Override
    public String toString() {
        String shown = value.length() > 60 ? value.substring(0, 60) + "… (" + value.length() + ")" : value;
        return name + "=" + shown.replace("\n", "\\n").replace("\0", "\\0");
    }
}
