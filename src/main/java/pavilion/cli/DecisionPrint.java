package pavilion.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import pavilion.rules.Comparison;
import pavilion.rules.Refusal;
import pavilion.rules.decide.CaseAnswer;
import pavilion.text.Messages;

/** Writes answers as JSON, in the order of the cases. */
final class DecisionPrint implements AutoCloseable {
    private final JsonGenerator out;
    private final Messages messages;

    DecisionPrint(Writer writer, Messages messages) throws IOException {
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        out = new JsonFactory()
                .createGenerator(writer)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(pretty);
        this.messages = messages;
        out.writeStartArray();
    }

    void print(CaseAnswer answer) throws IOException {
        out.writeStartObject();
        out.writeFieldName("id");
        id(answer.id());
        out.writeStringField("rule", answer.rule());
        if (answer instanceof CaseAnswer.Decided decided) {
            decided(decided);
        }
        if (answer instanceof CaseAnswer.Trouble trouble) {
            out.writeObjectFieldStart("error");
            for (String lang : Messages.LANGUAGES) {
                out.writeStringField(lang, sentence(lang, trouble));
            }
            out.writeStringField("field", trouble.field());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    String sentence(String lang, CaseAnswer.Trouble trouble) {
        return messages.say(lang, "decide.field", trouble.field(), messages.say(lang, trouble.refusal()));
    }

    private void decided(CaseAnswer.Decided answer) throws IOException {
        out.writeStringField("by", answer.by());
        out.writeBooleanField("quorum", answer.quorum());
        out.writeBooleanField("passed", answer.passed());
        for (Map.Entry<String, Boolean> each : answer.also().entrySet()) {
            out.writeBooleanField(each.getKey(), each.getValue());
        }
        out.writeArrayFieldStart("steps");
        for (CaseAnswer.Line line : answer.lines()) {
            line(line);
        }
        out.writeEndArray();
        if (!answer.notes().isEmpty()) {
            out.writeArrayFieldStart("notes");
            for (Refusal note : answer.notes()) {
                out.writeStartObject();
                words(note);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        for (CaseAnswer.Decided without : answer.without()) {
            out.writeObjectFieldStart("without_policy");
            decided(without);
            out.writeEndObject();
        }
    }

    private void line(CaseAnswer.Line line) throws IOException {
        out.writeStartObject();
        words(line.sentence());
        out.writeNumberField("left", line.left());
        if (line.right().indexOf('/') < 0) {
            out.writeFieldName("right");
            out.writeNumber(new BigDecimal(line.right()));
        } else {
            out.writeStringField("right", line.right());
        }
        out.writeStringField("comparison", line.comparison() == Comparison.GE ? ">=" : ">");
        out.writeBooleanField("met", line.met());
        out.writeStringField("part", line.part().equals("QUORUM") ? "quorum" : "pass");
        out.writeStringField("article", line.article().zh());
        out.writeStringField("article_en", line.article().en());
        out.writeEndObject();
    }

    private void words(Refusal sentence) throws IOException {
        for (String lang : Messages.LANGUAGES) {
            out.writeStringField(lang, messages.say(lang, sentence));
        }
    }

    private void id(List<Object> id) throws IOException {
        if (id.isEmpty() || id.getFirst() instanceof Object[]) {
            out.writeNull();
        } else if (id.getFirst() instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (id.getFirst() instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeString(id.getFirst().toString());
        }
    }

    @Override
    public void close() throws IOException {
        out.writeEndArray();
        out.writeRaw(System.lineSeparator());
        out.close();
    }
}
