package pavilion.walk;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import pavilion.audit.VerificationReport;
import pavilion.audit.Verify;
import pavilion.rulebook.RuleBook;

/** Pages fetched and looked at: whatever a page shows to somebody answers to them, and shows nothing that it must not. */
final class PageVisits {
    /** Where another person may have changed something in between, the page is fetched again and so often asked anew. */
    static final int LOOKS = 4;

    private static final int REDIRECTS = 4;

    private final Steering steering;
    private final WalkValues values;
    private final WalkFiles files;
    private final Faults faults;
    private final Verify verify = new Verify(RuleBook.load().catalogue());

    PageVisits(Steering steering, WalkValues values, WalkFiles files, Faults faults) {
        this.steering = steering;
        this.values = values;
        this.files = files;
        this.faults = faults;
    }

    /** @return null where it is no page, or does not answer: an address of long ago may be gone */
    @Nullable
    ShownPage open(Walker walker, String path, Random random) {
        Fetched fetched = fetch(walker, path);
        look(walker, fetched, random);
        return fetched.answer.good() && fetched.answer.html()
                ? page(walker, fetched.path, fetched.answer, random)
                : null;
    }

    /** Where an accepted form leads to. */
    @Nullable
    ShownPage arrive(Walker walker, PageForm form, String path, Random random) {
        Fetched fetched = fetch(walker, path);
        if (fetched.answer.status() == PageAnswer.UNAUTHORIZED) {
            walker.signInAgain(fetched.answer);
            fetched = fetch(walker, path);
        }
        look(walker, fetched, random);
        int status = fetched.answer.status();
        boolean lost =
                status == PageAnswer.UNAUTHORIZED || status == PageAnswer.FORBIDDEN || status == PageAnswer.NOT_FOUND;
        if (lost && !Addresses.pattern(form.action()).startsWith("/sign-out")) {
            faults.add(
                    form.key() + " leads to " + status + " at " + Addresses.pattern(fetched.path),
                    walker + " POST " + form.action() + " led to " + path + ": " + fetched.answer.sentence());
        }
        return fetched.answer.good() && fetched.answer.html()
                ? page(walker, fetched.path, fetched.answer, random)
                : null;
    }

    /** A link of this page, followed at once. */
    void follow(Walker walker, ShownPage from, String link, Random random) {
        Fetched fetched = fetch(walker, link);
        ShownPage page = from;
        for (int looks = 1; looks < LOOKS && !answers(walker, fetched.answer); looks++) {
            walker.signInAgain(fetched.answer);
            Fetched again = fetch(walker, from.path());
            if (!again.answer.good() || !again.answer.html()) {
                return;
            }
            page = page(walker, again.path, again.answer, random);
            if (!page.links().contains(link)) {
                return;
            }
            fetched = fetch(walker, link);
        }
        if (!answers(walker, fetched.answer)) {
            faults.add(
                    "a shown link answers " + fetched.answer.status() + ": " + Addresses.pattern(link) + " on "
                            + Addresses.pattern(page.path()) + " for " + walker.part(),
                    walker + " GET " + link + " from " + page.path() + ": " + fetched.answer.sentence());
        }
        look(walker, fetched, random);
        if (fetched.answer.good() && fetched.answer.html()) {
            page(walker, fetched.path, fetched.answer, random);
        }
    }

    /** Whoever is not signed in and follows a link to what needs it is shown the way to sign in. */
    private static boolean answers(Walker walker, PageAnswer answer) {
        return answer.good() || answer.status() == PageAnswer.UNAUTHORIZED && walker.nobody();
    }

    private record Fetched(String path, PageAnswer answer) {}

    private static Fetched fetch(Walker walker, String path) {
        String at = path;
        PageAnswer answer = walker.browser.get(at);
        for (int i = 0; i < REDIRECTS && answer.location() != null; i++) {
            at = answer.location().replaceFirst("^https?://[^/]*", "").split("#", 2)[0];
            answer = walker.browser.get(at);
        }
        return new Fetched(at, answer);
    }

    private ShownPage page(Walker walker, String path, PageAnswer answer, Random random) {
        ShownPage page = ShownPage.of(path, answer.text());
        steering.saw(walker, page);
        values.saw(page, random);
        String checkIn = page.checkIn();
        if (checkIn != null) {
            steering.walkers().stream()
                    .filter(each -> each.concernedBy(checkIn.replaceFirst("(/sessions/[0-9]+)/.*", "$1")))
                    .filter(each -> each.rehearses() || random.nextInt(4) == 0)
                    .forEach(each -> steering.visit(each, checkIn));
        }
        return page;
    }

    private void look(Walker walker, Fetched fetched, Random random) {
        PageAnswer answer = fetched.answer;
        String pattern = Addresses.pattern(fetched.path);
        if (answer.fault()) {
            faults.add(answer.status() + " at GET " + pattern, walker + " GET " + fetched.path);
        }
        check(walker, "GET " + fetched.path, answer, true);
        if (pattern.endsWith("/matter.json") && answer.status() == 200) {
            VerificationReport report = verify.check(answer.body());
            if (!report.ok()) {
                faults.add("an export does not verify", walker + " GET " + fetched.path + ": " + bad(report));
            }
        }
        if (pattern.endsWith("/roster.csv") && answer.status() == 200) {
            files.keepRoll(fetched.path, answer.body());
        }
    }

    static List<String> bad(VerificationReport report) {
        return report.findings().stream()
                .filter(each -> !each.ok())
                .map(each -> each.key() + each.args())
                .toList();
    }

    /**
     * What is shown as an answer to {@code what}, whether it is a refusal or not.
     *
     * @param says whether a refusal must have a sentence
     */
    void check(Walker walker, String what, PageAnswer answer, boolean says) {
        if (!answer.html()) {
            return;
        }
        String html = answer.text();
        ShownPage page = ShownPage.of("/", html);
        String pattern = Addresses.pattern(what.split(" ")[1]);
        for (String broken : MarkupRules.broken(html, page.document())) {
            faults.add(pattern + ": " + broken.replaceAll("[0-9]{3,}", "N"), walker + " " + what);
        }
        if (says && answer.status() >= 400 && answer.sentence().isBlank()) {
            faults.add(answer.status() + " without a sentence at " + pattern, walker + " " + what);
        }
    }
}
