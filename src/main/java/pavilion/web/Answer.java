package pavilion.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back: built on any thread, sent on the connection's own. */
public final class Answer {
    final int status;
    final Map<String, String> headers = new LinkedHashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    Buffer body = Buffer.buffer();

    private Answer(int status) {
        this.status = status;
    }

    public static Answer html(int status, String text) {
        Answer answer = new Answer(status).header("Content-Type", "text/html; charset=utf-8");
        answer.body = Buffer.buffer(text);
        return answer;
    }

    public static Answer bytes(String type, byte[] bytes) {
        Answer answer = new Answer(200).header("Content-Type", type);
        answer.body = Buffer.buffer(bytes);
        return answer;
    }

    /** A file to keep: the name is ASCII, the house chooses it. */
    public static Answer file(String type, String name, byte[] bytes) {
        return bytes(type, bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** See other: a form was taken, its page is over there. */
    public static Answer to(String place) {
        return new Answer(303).header("Location", place);
    }

    public Answer header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Answer cookie(Cookie cookie) {
        cookies.add(cookie);
        return this;
    }
}
