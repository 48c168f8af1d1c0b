package pavilion.walk;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pavilion.walk.Steering.Step;

/** What a walker does: looks at a page, follows some of its links, and sends one of its forms, mostly as it should be. */
final class Acts {
    private static final int LINKS = 2;
    /** Of a hundred acts so many send a form as no page asks for it. */
    private static final int MISUSED = 12;

    private static final int OLD = 4;
    private static final int AT_ONCE = 6;
    private static final int OF_OTHERS = 4;

    /**
     * While time jumps by days nobody acts: an act takes its moment before it waits for its place in the record, and on a
     * clock that nobody moves those two are no minute apart.
     */
    static final String CLOCK = "POST /clock";

    /** Where people can vote most do so. */
    private static final Pattern VOTES = Pattern.compile("/(ballot|several|check-in|poll|sign)$");

    private final Steering steering;
    private final PageVisits visits;
    private final FormFiller filler;
    private final WalkValues values;
    private final Faults faults;
    private final Executor aside = task -> Thread.ofVirtual().start(task);
    private volatile Walker.@Nullable FilledForm ofSomebody;

    Acts(Steering steering, PageVisits visits, FormFiller filler, WalkValues values, Faults faults) {
        this.steering = steering;
        this.visits = visits;
        this.filler = filler;
        this.values = values;
        this.faults = faults;
    }

    /** @return whether a form was sent: if not, the walker only looked around */
    boolean act(Step step, Random random) {
        Walker walker = step.walker();
        if (walker.nobody() && random.nextInt(20) == 0) {
            walker.browser.forget();
        }
        walker.signIn();
        ShownPage page = visits.open(walker, step.path(), random);
        if (page == null) {
            if (step.key() != null) {
                steering.gone(step);
            }
            walker.goTo(walker.start());
            return false;
        }
        walker.goTo(page.path());
        for (String link : steering.leastFollowed(walker, page.links(), LINKS, random)) {
            visits.follow(walker, page, link, random);
        }
        // Whoever looks at the projector finds the code by which people check in.
        page.links().stream()
                .filter(link -> link.startsWith("/screen/") && random.nextInt(3) == 0)
                .findFirst()
                .ifPresent(link -> visits.follow(walker, page, link, random));
        ask(walker, page, random);
        PageForm form = chosen(step, page, random);
        boolean sent = form != null && walker.mayPost();
        if (sent && send(walker, page, form, random) && step.key() != null) {
            steering.gone(step);
        }
        if (!page.links().isEmpty() && random.nextInt(3) > 0) {
            String link = page.links().get(random.nextInt(page.links().size()));
            walker.goTo(link.matches("/static/.*|.*\\.[a-z]{3,4}") ? walker.start() : link);
        }
        return sent;
    }

    /** A search, or another form that changes nothing, also with what no keyboard types; and an address that nobody shows. */
    private void ask(Walker walker, ShownPage page, Random random) {
        int dice = random.nextInt(40);
        List<PageForm> questions = page.forms().stream()
                .filter(each -> !each.post() && !each.action().equals("/set"))
                .toList();
        if (dice < 8 && !questions.isEmpty()) {
            PageForm form = questions.get(random.nextInt(questions.size()));
            List<FormEntry> filled = filler.fill(form, random);
            Misuse misuse = Misuse.values()[random.nextInt(Misuse.values().length)];
            List<FormEntry> asked = random.nextBoolean() ? filled : misuse.apply(form, filled, values, random);
            visits.open(walker, Addresses.path(form.action()) + "?" + FormEntry.urlencoded(asked), random);
        } else if (dice == 8) {
            String path = Addresses.path(page.path());
            visits.open(walker, path.replaceFirst("[^/]+$", random.nextBoolean() ? "a%00b" : "-1"), random);
        }
    }

    private @Nullable PageForm chosen(Step step, ShownPage page, Random random) {
        if (step.key() != null) {
            List<PageForm> forms = page.forms(step.key());
            if (!forms.isEmpty()) {
                return forms.get(random.nextInt(forms.size()));
            }
            steering.gone(step);
        }
        List<PageForm> votes = page.forms().stream()
                .filter(each -> VOTES.matcher(each.key()).find())
                .toList();
        if (!votes.isEmpty() && random.nextInt(4) > 0) {
            return votes.get(random.nextInt(votes.size()));
        }
        List<PageForm> others =
                page.forms().stream().filter(each -> !each.key().equals(CLOCK)).toList();
        return steering.seldom(others, random);
    }

    /** @return whether it was refused although nothing was wrong with it: whatever it did is done */
    private boolean send(Walker walker, ShownPage page, PageForm form, Random random) {
        boolean refused = false;
        int dice = random.nextInt(100);
        Walker.FilledForm old = walker.oldest();
        Walker.FilledForm others = ofSomebody;
        List<FormEntry> filled = filler.fill(form, random);
        if ((dice -= MISUSED) < 0) {
            Misuse misuse = Misuse.values()[random.nextInt(Misuse.values().length)];
            once(walker, form, misuse.apply(form, filled, values, random), misuse.name(), !misuse.tampers(), random);
        } else if ((dice -= OLD) < 0 && old != null) {
            once(walker, old.form(), old.entries(), "OLD", true, random);
        } else if ((dice -= OF_OTHERS) < 0 && others != null) {
            List<FormEntry> mine = others.entries().stream()
                    .map(each -> each.name().equals(PageForm.CSRF) ? token(form, each) : each)
                    .toList();
            once(walker, others.form(), mine, "OF SOMEBODY", false, random);
        } else if ((dice -= AT_ONCE) < 0) {
            CompletableFuture<Void> beside =
                    CompletableFuture.runAsync(() -> once(walker, form, filled, "AT ONCE", true, new Random(1)), aside);
            once(walker, form, filled, "AT ONCE", true, random);
            beside.join();
        } else {
            refused = !legal(walker, page, form, filled, random).good();
        }
        if (!form.key().equals(CLOCK)) {
            walker.keep(new Walker.FilledForm(form, filled));
            ofSomebody = new Walker.FilledForm(form, filled);
        }
        return refused;
    }

    private static FormEntry token(PageForm form, FormEntry theirs) {
        return form.inputs().stream()
                .filter(each -> each.name().equals(PageForm.CSRF))
                .findFirst()
                .map(each -> FormEntry.of(each.name(), each.value()))
                .orElse(theirs);
    }

    /** What a page shows and what is filled as it asks is not answered as a thing that is not there, or for others. */
    private PageAnswer legal(Walker walker, ShownPage from, PageForm shown, List<FormEntry> filled, Random random) {
        PageForm form = shown;
        List<FormEntry> entries = filled;
        PageAnswer answer = once(walker, form, entries, "", true, random);
        for (int looks = 1; looks < PageVisits.LOOKS && turnedAway(answer); looks++) {
            walker.signInAgain(answer);
            ShownPage page = visits.open(walker, from.path(), random);
            PageForm same = page == null
                    ? null
                    : page.forms(shown.key()).stream()
                            .filter(each -> each.action().equals(shown.action()))
                            .findFirst()
                            .orElse(null);
            if (same == null) {
                return answer;
            }
            form = same;
            entries = filler.fill(form, random);
            answer = once(walker, form, entries, "", true, random);
        }
        if (turnedAway(answer)) {
            faults.add(
                    "a shown form answers " + answer.status() + ": " + form.key() + " on "
                            + Addresses.pattern(from.path()) + " for " + walker.part(),
                    walker + " POST " + form.action() + " " + entries + " from " + from.path() + ": "
                            + answer.sentence());
        }
        return answer;
    }

    private static boolean turnedAway(PageAnswer answer) {
        return answer.status() == PageAnswer.FORBIDDEN
                || answer.status() == PageAnswer.NOT_FOUND
                || answer.status() == PageAnswer.UNAUTHORIZED;
    }

    private PageAnswer once(
            Walker walker, PageForm form, List<FormEntry> entries, String how, boolean says, Random random) {
        PageAnswer answer = walker.browser.post(form.action(), entries, form.multipart());
        walker.posted();
        steering.did(form.key(), answer.status(), answer.status() == PageAnswer.SEE_OTHER ? "" : answer.sentence());
        String what = "POST " + form.action();
        String said = walker + " " + what + " " + how + entries + ": " + answer.status();
        if (answer.fault()) {
            faults.add(answer.status() + " at " + form.key(), said + " " + answer.sentence());
        }
        visits.check(walker, what + " " + entries, answer, says);
        if (answer.status() == PageAnswer.SEE_OTHER && answer.location() != null) {
            accepted(walker, form, entries, answer.location(), random);
        }
        return answer;
    }

    private void accepted(Walker walker, PageForm form, List<FormEntry> entries, String location, Random random) {
        if (form.action().equals("/clock")) {
            entries.stream()
                    .filter(each -> each.name().equals("days"))
                    .findFirst()
                    .ifPresent(each ->
                            values.daysWent(Integer.parseInt(each.value().strip())));
        }
        String to = location.replaceFirst("^https?://[^/]*", "").split("#", 2)[0];
        ShownPage then = visits.arrive(walker, form, to, random);
        if (then != null) {
            walker.goTo(then.path());
        }
        concerned(walker, form.action(), random);
    }

    /** Something happened in a session or with a poll: those who may have to do with it look at it. */
    private void concerned(Walker walker, String action, Random random) {
        String[] parts = Addresses.path(action).split("/");
        if (parts.length < 5 || !parts[3].equals("sessions") || !parts[4].matches("[0-9]+")) {
            return;
        }
        String hall = String.join("/", List.of(parts).subList(0, 5));
        boolean asked = action.endsWith("/poll") || action.endsWith("/motions/act") || action.endsWith("/put");
        for (Walker each : steering.walkers()) {
            if (each.concernedBy(hall) && random.nextInt(asked ? 2 : each.rehearses() ? 4 : 16) == 0) {
                String page = action.contains("/minutes") ? "/minutes" : each.moderates() ? "/console" : "";
                steering.visit(each, hall + page);
            }
        }
    }
}
