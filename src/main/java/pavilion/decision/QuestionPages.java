package pavilion.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pavilion.poll.Polls;
import pavilion.poll.Question;
import pavilion.rules.Refused;
import pavilion.rules.method.Budget;
import pavilion.rules.method.Method;
import pavilion.rules.method.OptionSet;
import pavilion.session.screen.ConsolePages;
import pavilion.web.FormData;
import pavilion.web.Request;
import pavilion.web.Response;
import pavilion.web.Route;

/** How a question is put in the hall: yes or no, among several plans, or by raised hands; and when the wall shows what came out. */
public final class QuestionPages {
    private static final char FULL_WIDTH_BAR = (char) 0xFF5C;

    private final Questions questions;
    private final Polls polls;
    private final ConsolePages console;

    public QuestionPages(Questions questions, Polls polls, ConsolePages console) {
        this.questions = questions;
        this.polls = polls;
        this.console = console;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/c/:c/sessions/:id/poll", ConsolePages.MODERATORS, this::ask),
                Route.post("/c/:c/polls/:id/show", ConsolePages.MODERATORS, this::show));
    }

    private Response ask(Request request) {
        FormData form = request.form();
        boolean plans = form.text("way").equals("plans");
        boolean hands = form.text("way").equals("hands");
        return console.act(request, (s, by) -> {
            OptionSet slate = plans ? slate(form) : null;
            questions.put(
                    s.community(),
                    s.id(),
                    item -> {
                        String question = item.motion().isBlank() && plans ? item.title() : item.motion();
                        if (question.isBlank()) {
                            throw new Refused("session.refused.no-motion");
                        }
                        return Question.motion(item.id(), question)
                                .choosing(slate)
                                .counted(hands);
                    },
                    by);
        });
    }

    /** One plan a line; for methods that share out money its cost behind a bar. */
    private static OptionSet slate(FormData form) {
        Method method = Method.of(form.text("method"));
        boolean money = method.needs() == Method.Needs.MONEY;
        List<String> names = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (String line : form.optional("plans", 4000).split("\n")) {
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
        Optional<Budget> budget =
                money ? Optional.of(new Budget(whole(form.text("budget")), costs, 0)) : Optional.empty();
        long seats = form.text("seats").isEmpty() ? 1 : whole(form.text("seats"));
        return new OptionSet(method, names, (int) Math.min(seats, OptionSet.MOST + 1), budget);
    }

    private static long whole(String text) {
        if (!text.strip().matches("[0-9]{1,12}")) {
            throw new Refused("session.refused.whole", text.strip());
        }
        return Long.parseLong(text.strip());
    }

    private Response show(Request request) {
        return console.onPoll(request, (poll, by) -> polls.closing().show(poll.community(), poll.id()));
    }
}
