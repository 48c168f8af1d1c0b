package pavilion.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back: built on any thread, sent on the connection's own. */
public final class Response {
    final int status;
    final Map<String, String> headers = new LinkedHashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    Buffer body = Buffer.buffer();

    private Response(int status) {
        this.status = status;
    }

    public static Response html(int status, String text) {
        Response answer = new Response(status).header("Content-Type", "text/html; charset=utf-8");
        answer.body = Buffer.buffer(text);
        return answer;
    }

    public static Response bytes(String type, byte[] bytes) {
        Response answer = new Response(200).header("Content-Type", type);
        answer.body = Buffer.buffer(bytes);
        return answer;
    }

    /** A file to keep: the name is ASCII, chosen by the server. */
    public static Response file(String type, String name, byte[] bytes) {
        return bytes(type, bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** See other: a form was taken, its page is over there. */
    public static Response to(String place) {
        return new Response(303).header("Location", place);
    }

    boolean isPage() {
        return headers.getOrDefault("Content-Type", "").startsWith("text/html");
    }

    public Response header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Response cookie(Cookie cookie) {
        cookies.add(cookie);
        return this;
    }
}
