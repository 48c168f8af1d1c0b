package pavilion.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways to send a form that no page asks for. The server may refuse them in any way but one: it must not fail. */
enum Misuse {
    EMPTY,
    TOO_LONG,
    NUL,
    EMOJI,
    MARKUP,
    NUMBER,
    FOREIGN_ID,
    CHOICE,
    NO_TOKEN,
    MISSING,
    TWICE;

    /** Whether it changes what nobody can type: then the page need not say what is wrong, only refuse. */
    boolean tampers() {
        return switch (this) {
            case EMPTY, TOO_LONG, NUL, EMOJI, MARKUP -> false;
            default -> true;
        };
    }

    private static final List<String> NUMBERS =
            List.of("-1", "0", "x", "1e9", "99999999999999999999", "2147483648", "9223372036854775807", "٣");
    private static final List<String> DAYS =
            List.of("2026-02-30", "0000-01-01", "99999-01-01", "+999999999-12-31", "1900-01-01", "9999-12-31T23:59");

    /** @param filled as it would be right */
    List<FormEntry> apply(PageForm form, List<FormEntry> filled, WalkValues values, Random random) {
        List<FormEntry> all = new ArrayList<>(filled);
        if (this == NO_TOKEN) {
            all.removeIf(each -> each.name().equals(PageForm.CSRF));
            return all;
        }
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            FormEntry each = all.get(i);
            if (each.file() == null && !each.name().equals(PageForm.CSRF) && fits(form, each)) {
                open.add(i);
            }
        }
        if (open.isEmpty()) {
            return all;
        }
        int at = open.get(random.nextInt(open.size()));
        FormEntry it = all.get(at);
        if (this == MISSING) {
            all.remove(at);
        } else if (this == TWICE) {
            all.add(it);
            all.add(FormEntry.of(it.name(), wrong(form, it, values, random)));
        } else {
            all.set(at, FormEntry.of(it.name(), wrong(form, it, values, random)));
        }
        return all;
    }

    private boolean fits(PageForm form, FormEntry entry) {
        return switch (this) {
            case TOO_LONG, NUL, EMOJI, MARKUP, EMPTY -> input(form, entry, FormInput::typed);
            case NUMBER ->
                input(
                                form,
                                entry,
                                each -> each.type().equals("number")
                                        || each.type().startsWith("date"))
                        || entry.value().matches("[0-9]+");
            case FOREIGN_ID -> entry.value().matches("[0-9]{2,}");
            case CHOICE -> !input(form, entry, FormInput::typed);
            default -> true;
        };
    }

    private static boolean input(PageForm form, FormEntry entry, java.util.function.Predicate<FormInput> is) {
        return form.inputs().stream().anyMatch(each -> each.name().equals(entry.name()) && is.test(each));
    }

    private String wrong(PageForm form, FormEntry it, WalkValues values, Random random) {
        return switch (this) {
            case EMPTY -> random.nextBoolean() ? "" : " \t\u3000\u200b ";
            case TOO_LONG -> "长".repeat(9_000 + random.nextInt(9_000));
            case NUL -> it.value() + "\0\u0007 a\0";
            case EMOJI -> "👨‍👩‍👧‍👦\u202e𠮷" + it.value() + "🏳️‍🌈";
            case MARKUP -> "<script>alert(1)</script>" + MarkupRules.MARKER;
            case NUMBER ->
                input(form, it, each -> each.type().startsWith("date"))
                        ? DAYS.get(random.nextInt(DAYS.size()))
                        : NUMBERS.get(random.nextInt(NUMBERS.size()));
            case FOREIGN_ID -> values.id(random);
            default -> "no-such-choice'\"<";
        };
    }
}
