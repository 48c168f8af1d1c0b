package pavilion.cli;

import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Messages about wrong values: the value, where it was given, and what was expected; exit 2. */
public final class FlagErrors {
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    private FlagErrors() {}

    static String say(String key, Object... args) {
        return ResourceBundle.getBundle("messages.commands").getString(key).formatted(args);
    }

    static ParameterException value(CommandSpec spec, String flag, String value, String expected) {
        return new ParameterException(spec.commandLine(), say("flag.wrong", flag, value, expected));
    }

    static void within(CommandSpec spec, String flag, int value, int least, int most) {
        if (value < least || value > most) {
            throw value(spec, flag, String.valueOf(value), say("flag.whole", least, most));
        }
    }

    /** Replaces the parser's technical messages by plain ones. */
    public static IParameterExceptionHandler handler(IParameterExceptionHandler otherwise) {
        return (wrong, args) -> {
            String expected = wrong.getArgSpec() instanceof OptionSpec option && wrong.getValue() != null
                    ? expected(option)
                    : null;
            if (expected == null) {
                return otherwise.handleParseException(wrong, args);
            }
            OptionSpec option = (OptionSpec) wrong.getArgSpec();
            String sentence = say("flag.wrong", source(wrong, option, args), wrong.getValue(), expected);
            return otherwise.handleParseException(new ParameterException(wrong.getCommandLine(), sentence), args);
        };
    }

    private static @Nullable String expected(OptionSpec option) {
        Class<?> type = option.type();
        if (type == boolean.class || type == Boolean.class) {
            return say("flag.truth");
        }
        Matcher range = RANGE.matcher(option.paramLabel());
        return type == int.class && range.matches() ? say("flag.whole", range.group(1), range.group(2)) : null;
    }

    private static String source(ParameterException wrong, OptionSpec option, String[] args) {
        String flag = option.longestName();
        for (String arg : args) {
            if (arg.equals(flag) || arg.startsWith(flag + "=")) {
                return flag;
            }
        }
        CommandLine.IDefaultValueProvider provider = wrong.getCommandLine().getDefaultValueProvider();
        return provider instanceof FlagDefaults settings ? settings.source(option) : flag;
    }
}
