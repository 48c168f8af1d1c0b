package pavilion.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a printed line may end: as the library has it, but not within a time, whose colon it takes for the end of a clause. */
final class LineBreaks implements FSTextBreaker {
    private final FSTextBreaker all = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
    private String text = "";

    @Override
    public void setText(String whole) {
        text = whole;
        all.setText(whole);
    }

    @Override
    public int next() {
        int at = all.next();
        while (at > 1 && at < text.length() && withinTime(at)) {
            at = all.next();
        }
        return at;
    }

    private boolean withinTime(int at) {
        return text.charAt(at - 1) == ':' && digit(text.charAt(at - 2)) && digit(text.charAt(at));
    }

    private static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
