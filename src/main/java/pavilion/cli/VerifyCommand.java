package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pavilion.audit.Finding;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.rulebook.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an exported matter and says in words what it found. */
@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = "messages.commands")
public final class VerifyCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int FOUND = 1;
    private static final int UNREADABLE = 2;

    /** The largest vote of a city needs a hundredth of it. */
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", descriptionKey = "flag.verify.file")
    private Path file;

    @Option(names = "--head", paramLabel = "HASH", descriptionKey = "flag.verify.head")
    private @Nullable String head;

    @Mixin
    private Language language;

    @Override
    public Integer call() {
        if (head != null && !head.matches("[0-9a-f]{8,64}")) {
            return unreadable("audit.verify.head.form", head);
        }
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                return unreadable("audit.verify.too-big", file);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return unreadable("audit.verify.unreadable", file);
        }
        return tell(new Verify(RuleBook.load().catalogue()).check(bytes, head));
    }

    private int tell(VerificationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : report.findings()) {
            out.println((finding.ok() ? "✓ " : "✗ ")
                    + language.say(finding.key(), finding.args().toArray()));
        }
        if (!report.readable()) {
            out.println(language.say("audit.verify.stopped"));
            out.flush();
            return UNREADABLE;
        }
        long bad = report.findings().stream().filter(each -> !each.ok()).count();
        out.println(bad == 0 ? language.say("audit.verify.good") : language.say("audit.verify.bad", bad));
        out.flush();
        return bad == 0 ? WELL : FOUND;
    }

    private int unreadable(String key, Object what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(language.say(key, what.toString()));
        err.flush();
        return UNREADABLE;
    }
}
