package pavilion.decision;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import pavilion.identity.Actor;
import pavilion.identity.Role;
import pavilion.poll.Poll;
import pavilion.poll.PollAccess;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.rules.Refused;
import pavilion.rules.method.Budget;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.session.Console;
import pavilion.session.SessionAccess;
import pavilion.session.SessionChanges;
import pavilion.session.call.CallForm;
import pavilion.web.FormData;
import pavilion.web.FormField;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/**
 * The moderator puts a question to the vote in a session: yes or no, among several plans, or by a show of hands; closes the
 * poll, makes it void, and has the projector show its result.
 */
public final class QuestionPages {
    private static final String PLANS = "plans";
    private static final String HANDS = "hands";
    private static final char FULL_WIDTH_BAR = (char) 0xFF5C;

    private final Questions questions;
    private final Polls polls;
    private final PollAccess access;
    private final Console console;

    QuestionPages(Questions questions, Polls polls, PollAccess access, Console console) {
        this.questions = questions;
        this.polls = polls;
        this.access = access;
        this.console = console;
    }

    List<Route> routes() {
        return List.of(
                Route.post(
                        "/c/:c/sessions/:id/poll",
                        SessionAccess.MODERATORS,
                        this::ask,
                        FormField.choice("way", PLANS, HANDS),
                        FormField.choice(
                                "method",
                                Arrays.stream(Method.values()).map(Method::id).toArray(String[]::new)),
                        FormField.text("question", 500),
                        FormField.text("plans", 4000),
                        FormField.number("seats"),
                        FormField.number("budget")),
                Route.post(
                        "/c/:c/polls/:id/close",
                        SessionAccess.MODERATORS,
                        this::close,
                        FormField.text("minority", 2000)),
                Route.post(
                        "/c/:c/polls/:id/void",
                        SessionAccess.MODERATORS,
                        this::makeVoid,
                        FormField.text("reason", 300)),
                Route.post(
                        "/c/:c/polls/:id/extend",
                        SessionAccess.MODERATORS,
                        this::extend,
                        FormField.date("extend-until"),
                        FormField.text("extend-why", 300)),
                Route.post("/c/:c/polls/:id/show", SessionAccess.MODERATORS, this::show));
    }

    private Response ask(Request request) {
        FormData form = request.form();
        boolean plans = form.text("way").equals(PLANS);
        boolean hands = form.text("way").equals(HANDS);
        return console.act(request, (s, by) -> {
            OptionSet options = plans ? options(form) : null;
            questions.put(
                    s.community(),
                    s.id(),
                    item -> {
                        String question = plans ? form.optional("question") : item.motion();
                        requireGood(form);
                        if (question.isBlank()) {
                            throw new Refused(plans ? "session.refused.no-question" : "session.refused.no-motion");
                        }
                        return Question.motion(item.id(), question)
                                .choosing(options)
                                .counted(hands);
                    },
                    by);
        });
    }

    /** One plan a line; for methods that share out money its cost behind a bar. */
    private static OptionSet options(FormData form) {
        Method method = Method.of(form.text("method"));
        boolean money = method.needs() == Method.Needs.MONEY;
        List<String> names = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (String line : form.optional("plans").split("\n")) {
            String plan = line.strip();
            if (plan.isEmpty()) {
                continue;
            }
            int bar = Math.max(plan.lastIndexOf('|'), plan.lastIndexOf(FULL_WIDTH_BAR));
            if (money) {
                costs.add(bar < 0 ? 0 : whole(plan.substring(bar + 1)));
            }
            names.add(money && bar > 0 ? plan.substring(0, bar).strip() : plan);
        }
        if (!form.good() || names.stream().anyMatch(name -> name.codePointCount(0, name.length()) > 200)) {
            throw new Refused("session.refused.plans-long");
        }
        if (names.stream().map(QuestionPages::alike).distinct().count() < names.size()) {
            throw new Refused("method.refused.plans-alike");
        }
        if (money && costs.stream().noneMatch(cost -> cost > 0 && cost <= whole(form.text("budget")))) {
            throw new Refused("session.refused.budget-none");
        }
        Optional<Budget> budget =
                money ? Optional.of(new Budget(whole(form.text("budget")), costs, 0)) : Optional.empty();
        long seats = form.text("seats").isEmpty() ? 1 : whole(form.text("seats"));
        return new OptionSet(method, names, (int) Math.min(seats, OptionSet.MOST + 1), budget);
    }

    /** Two titles that a person reads as the same are the same. */
    private static String alike(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{P}]+", "");
    }

    private static long whole(String text) {
        if (!text.strip().matches("[0-9]{1,12}")) {
            throw new Refused("session.refused.whole", text.strip());
        }
        return Long.parseLong(text.strip());
    }

    private Response close(Request request) {
        FormData form = request.form();
        String minority = form.optional("minority");
        return act(request, (poll, by) -> {
            requireGood(form);
            polls.closing().close(poll.community(), poll.id(), by.person(), by.post(), minority);
        });
    }

    private Response makeVoid(Request request) {
        FormData form = request.form();
        String reason = form.optional("reason");
        return act(request, (poll, by) -> {
            requireGood(form);
            if (reason.isEmpty()) {
                throw new Refused("session.refused.reason");
            }
            Long session = poll.session();
            if (poll.closed() && session != null) {
                polls.closing()
                        .annul(
                                poll.community(),
                                poll.id(),
                                tx -> SessionChanges.requireOpen(SessionChanges.locked(tx, poll.community(), session)),
                                by.person(),
                                by.post(),
                                reason);
            } else if (poll.closed()) {
                polls.closing()
                        .annul(
                                poll.community(),
                                poll.id(),
                                tx -> polls.closing().signatures().requireObjected(tx, poll.community(), poll.id()),
                                by.person(),
                                by.post(),
                                reason);
            } else {
                polls.closing().cancel(poll.community(), poll.id(), by.post(), reason);
            }
        });
    }

    private Response extend(Request request) {
        FormData form = request.form();
        Instant until = CallForm.moment(form, "extend-until");
        String reason = form.optional("extend-why");
        return act(request, (poll, by) -> {
            requireGood(form);
            questions.extend(poll.community(), poll.id(), until, reason, by);
        });
    }

    /** These forms stand on a page of many: what is wrong with a field is said above them all. */
    private static void requireGood(FormData form) {
        form.errors().values().stream().findFirst().ifPresent(wrong -> {
            throw new Refused(wrong);
        });
    }

    private Response show(Request request) {
        return act(request, (poll, by) -> polls.closing().show(poll.community(), poll.id()));
    }

    /** A poll of a session is dealt with at its console, and a refusal is said there; any other one on its matter's page. */
    private Response act(Request request, BiConsumer<Poll, Actor> act) {
        Poll poll = access.poll(request, Role.MODERATOR, Role.COMMITTEE);
        Actor by = access.actor(request, poll);
        if (poll.session() == null) {
            act.accept(poll, by);
            return Response.to("/c/" + request.community().code() + "/matters/" + poll.matter());
        }
        try {
            act.accept(poll, by);
        } catch (Refused refused) {
            return console.refused(request, poll.community(), poll.session(), refused);
        }
        return Response.to(SessionAccess.url(request, poll.session()) + "/console");
    }
}
