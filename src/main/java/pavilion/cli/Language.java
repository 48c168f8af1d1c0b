package pavilion.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pavilion.rules.Refusal;
import pavilion.text.Messages;
import picocli.CommandLine.Option;

/** The language of a command: the one asked for, otherwise English if the machine is set to it, otherwise Chinese. */
public final class Language {
    @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "flag.lang")
    private @Nullable String lang;

    private final Messages messages = new Messages();

    Messages messages() {
        return messages;
    }

    public String say(String key, Object... args) {
        String wanted = lang != null ? lang : Locale.getDefault().getLanguage();
        return messages.say(wanted.equals("en") ? "en" : "zh", key, args);
    }

    public String say(Refusal refusal) {
        return say(refusal.key(), refusal.args().toArray());
    }
}
