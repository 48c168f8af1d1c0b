package pavilion.poll;

import java.util.List;
import java.util.Locale;

/** 同意 / 反对 / 弃权: three equal answers. */
enum Choice {
    YES,
    NO,
    ABSTAIN;

    static final List<String> KEYS = List.of("yes", "no", "abstain");

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
