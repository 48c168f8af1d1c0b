package pavilion.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case or a list of them, read one by one, so that a hundred thousand need no more memory than one. The whole file is
 * checked before the first case is decided: half an answer would be worse than none.
 */
final class CaseFile {
    /** Where the file stops being JSON, and which sentence says what belongs there. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        final int line;
        final int column;
        final String expected;

        private Broken(JsonLocation at, String expected) {
            super(expected);
            line = at.getLineNr();
            column = at.getColumnNr();
            this.expected = expected;
        }
    }

    /**
     * A case as read.
     *
     * @param fields null if it is not a JSON object
     * @param twice a field that is written twice; null if there is none
     */
    record Read(
            @Nullable Map<String, Object> fields, @Nullable String twice) {}

    interface Each {
        void take(Read one) throws IOException;
    }

    private static final JsonFactory JSON = new JsonFactory();
    private final byte[] bytes;

    CaseFile(byte[] bytes) {
        this.bytes = bytes;
    }

    void check() throws IOException, Broken {
        each(one -> {});
    }

    void each(Each each) throws IOException, Broken {
        try (JsonParser in = JSON.createParser(bytes)) {
            try {
                JsonToken first = in.nextToken();
                if (first == JsonToken.START_OBJECT) {
                    each.take(one(in));
                } else if (first == JsonToken.START_ARRAY) {
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        each.take(one(in));
                    }
                } else {
                    throw new Broken(in.currentTokenLocation(), "decide.syntax.value");
                }
                if (in.nextToken() != null) {
                    throw new Broken(in.currentTokenLocation(), "decide.syntax.end");
                }
            } catch (JsonProcessingException e) {
                JsonLocation at = e.getLocation() != null ? e.getLocation() : in.currentLocation();
                throw new Broken(at, e instanceof JsonEOFException ? "decide.syntax.cut" : "decide.syntax.json");
            }
        }
    }

    private static Read one(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            return new Read(null, null);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        String twice = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            if (fields.containsKey(name) && twice == null) {
                twice = name;
            }
            fields.put(name, value(in));
        }
        return new Read(fields, twice);
    }

    /** No rule reads a list or an object; they become a value that is refused. */
    private static @Nullable Object value(JsonParser in) throws IOException {
        switch (in.currentToken()) {
            case VALUE_STRING -> {
                return in.getText();
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return number(in.getText());
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return in.getBooleanValue();
            }
            case START_OBJECT, START_ARRAY -> {
                in.skipChildren();
                return new Object[0];
            }
            default -> {
                return null;
            }
        }
    }

    private static Number number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            // The exponent is out of range: no count has that size.
            return new BigDecimal(BigInteger.ONE, text.toLowerCase(Locale.ROOT).contains("e-") ? 9999 : -9999);
        }
    }
}
