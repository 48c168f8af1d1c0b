package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.rulebook.RuleBook;
import pavilion.rules.Refusal;
import pavilion.rules.decide.CaseAnswer;
import pavilion.rules.decide.Decider;
import pavilion.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who decides, by which rule, and is it decided: for anybody with the numbers in a file. */
@Command(name = "decide", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class DecideCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int WRONG = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CASES.json", descriptionKey = "flag.decide.file")
    private Path file = Path.of("");

    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "flag.lang")
    private @Nullable String lang;

    private final Messages messages = new Messages();
    private final Decider decider = new Decider(RuleBook.load().catalogue());
    private int count;
    private boolean wrong;

    /** @return 0 every case is decided, 2 a case or the file cannot be read */
    @Override
    public Integer call() {
        byte[] bytes;
        try {
            bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            return refuse(say("decide.file", file.toString()));
        }
        PrintWriter out = spec.commandLine().getOut();
        CaseFile cases = new CaseFile(bytes);
        try {
            cases.check();
            try (DecisionPrint print = new DecisionPrint(out, messages)) {
                cases.each(one -> answer(one, print));
            }
        } catch (CaseFile.Broken e) {
            return refuse(say("decide.syntax", e.line, e.column, say(e.expected)));
        } catch (IOException e) {
            return refuse(say("decide.file", file.toString()));
        }
        out.flush();
        return wrong ? WRONG : WELL;
    }

    private void answer(CaseFile.Read one, DecisionPrint print) throws IOException {
        count++;
        CaseAnswer answer = decide(one);
        print.print(answer);
        if (answer instanceof CaseAnswer.Trouble trouble) {
            wrong = true;
            String id = answer.id().isEmpty()
                    ? say("decide.unnamed")
                    : answer.id().getFirst().toString();
            refuse(say("decide.case", count, id, print.sentence(language(), trouble)));
        }
    }

    private CaseAnswer decide(CaseFile.Read one) {
        if (one.fields() == null) {
            return new CaseAnswer.Trouble(List.of(), "", "", Refusal.of("decide.object"));
        }
        CaseAnswer answer = decider.decide(one.fields());
        return one.twice() == null
                ? answer
                : new CaseAnswer.Trouble(answer.id(), answer.rule(), one.twice(), Refusal.of("decide.duplicate"));
    }

    private int refuse(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
        return WRONG;
    }

    private String say(String key, Object... args) {
        return messages.say(language(), key, args);
    }

    private String language() {
        String wanted = lang != null ? lang : Locale.getDefault().getLanguage();
        return wanted.equals("en") ? "en" : "zh";
    }
}
