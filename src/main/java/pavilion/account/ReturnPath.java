package pavilion.account;

import java.util.regex.Pattern;

/** Where the browser goes after a form: always a path of this server, never another address. */
final class ReturnPath {
    /** Most characters of a path. */
    static final int LONGEST = 500;

    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0," + (LONGEST - 1) + "}");

    private ReturnPath() {}

    /** @return the path asked for, or the start page where that leads elsewhere or back to a sign-in */
    static String local(String asked) {
        boolean ours = LOCAL.matcher(asked).matches() && !asked.startsWith("/sign-in") && !asked.startsWith("/set");
        return ours ? asked.replace(" ", "%20") : "/";
    }
}
