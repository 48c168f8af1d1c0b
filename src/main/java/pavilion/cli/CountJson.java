package pavilion.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import pavilion.rules.Refusal;
import pavilion.rules.method.Contest;
import pavilion.rules.method.Count;
import pavilion.rules.method.TieBreak;
import pavilion.text.Messages;

/** A count as JSON, written round by round so that a long one needs no more memory. */
final class CountJson {
    private final Messages messages;
    private final Contest contest;
    private final Count count;
    private final List<Refusal> assumed;

    /** @param assumed a sentence for whatever was taken in one way where the file left it in doubt */
    CountJson(Messages messages, Contest contest, Count count, List<Refusal> assumed) {
        this.messages = messages;
        this.contest = contest;
        this.count = count;
        this.assumed = assumed;
    }

    void write(Writer out) throws IOException {
        JsonFactory factory = new JsonFactory();
        factory.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("method", count.method().id());
            json.writeFieldName("ballots");
            json.writeNumber(
                    new BigDecimal(contest.profile().shown(contest.profile().weight())));
            json.writeFieldName("winners");
            ids(json, count.winners());
            if (!count.ranking().isEmpty()) {
                json.writeArrayFieldStart("ranking");
                for (List<Integer> level : count.ranking()) {
                    ids(json, level);
                }
                json.writeEndArray();
            }
            ties(json);
            json.writeArrayFieldStart("assumed");
            for (Refusal sentence : assumed) {
                json.writeStartObject();
                said(json, sentence);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rounds");
            for (Count.Round round : count.rounds()) {
                round(json, round);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private String id(int option) {
        return contest.options().get(option).id();
    }

    private void ids(JsonGenerator json, List<Integer> options) throws IOException {
        json.writeStartArray();
        for (int option : options) {
            json.writeString(id(option));
        }
        json.writeEndArray();
    }

    private void ties(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tie_broken");
        for (Count.Tie tie : count.ties()) {
            if (tie.by() != TieBreak.By.OPEN) {
                json.writeStartObject();
                json.writeNumberField("round", tie.round());
                json.writeFieldName("between");
                ids(json, tie.among());
                if (tie.chosen() >= 0) {
                    json.writeStringField("chosen", id(tie.chosen()));
                }
                json.writeStringField("by", tie.by().name().toLowerCase(Locale.ROOT));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        if (count.open()) {
            json.writeFieldName("tie_open");
            ids(json, count.ties().getLast().among());
        }
    }

    private void round(JsonGenerator json, Count.Round round) throws IOException {
        json.writeStartObject();
        json.writeNumberField("round", round.number());
        said(json, new Refusal(round.key(), round.args()));
        json.writeObjectFieldStart("figures");
        for (Count.Line line : round.lines()) {
            json.writeStringField(id(line.option()), line.figure());
        }
        json.writeEndObject();
        json.writeFieldName("elected");
        ids(json, with(round, Count.Fate.ELECTED));
        json.writeFieldName("out");
        ids(json, with(round, Count.Fate.OUT));
        json.writeEndObject();
    }

    private void said(JsonGenerator json, Refusal sentence) throws IOException {
        for (String lang : Messages.LANGUAGES) {
            json.writeStringField(lang, messages.say(lang, sentence));
        }
    }

    private static List<Integer> with(Count.Round round, Count.Fate fate) {
        return round.lines().stream()
                .filter(line -> line.fate() == fate)
                .map(Count.Line::option)
                .toList();
    }
}
