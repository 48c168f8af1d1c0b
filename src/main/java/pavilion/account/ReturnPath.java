package pavilion.account;

import java.util.regex.Pattern;

/** Where a form leads back to: a path of this house, never another one's address. */
final class ReturnPath {
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,500}");

    private ReturnPath() {}

    static String local(String asked) {
        boolean ours = LOCAL.matcher(asked).matches() && !asked.startsWith("/sign-in") && !asked.startsWith("/set");
        return ours ? asked.replace(" ", "%20") : "/";
    }
}
