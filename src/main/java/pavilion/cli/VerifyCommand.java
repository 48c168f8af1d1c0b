package pavilion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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

    @Option(names = "--areas", paramLabel = "FILE", descriptionKey = "flag.verify.areas")
    private List<Path> areas = List.of();

    @Mixin
    private Language language;

    @Override
    public Integer call() {
        if (head != null && !head.matches("[0-9a-f]{8,64}")) {
            return unreadable("audit.verify.head.form", head);
        }
        try {
            return check();
        } catch (OutOfMemoryError e) {
            // A parsed file takes many times its own size, and whoever runs this may have given it less than that. What
            // was read is garbage by now, so that there is room for a sentence.
            return unreadable("audit.verify.memory", file);
        }
    }

    private int check() {
        List<byte[]> read = new ArrayList<>();
        for (Path each : Stream.concat(Stream.of(file), areas.stream()).toList()) {
            try {
                if (Files.size(each) > MAX_BYTES) {
                    return unreadable("audit.verify.too-big", each);
                }
                read.add(Files.readAllBytes(each));
            } catch (IOException e) {
                return unreadable("audit.verify.unreadable", each);
            }
        }
        return tell(new Verify(RuleBook.load().catalogue()).check(read.getFirst(), head, read.subList(1, read.size())));
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
