package pavilion.walk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import pavilion.demo.DemoCommunity;

/** Fills a shown form from its own controls, as a person would who does not think much. */
final class FormFiller {
    private static final List<String> WORDS = List.of(
            "请大家商量怎样保证畅通",
            "同意，先试行三个月，账目每月公布。",
            "The courtyard gate is to be closed at eleven at night.",
            "Two benches under the osmanthus tree, paid from the parking income.",
            "东边划黄线 " + MarkupRules.MARKER,
            MarkupRules.MARKER + " & co",
            "三栋一楼",
            "李");

    private static final List<String> PLACES = List.of("HP-017", "HP-043", "HP-018");

    /** Two who count by themselves must find the same: what is typed follows from the poll. */
    private static final Set<String> COUNTED = Set.of("yes", "no", "abstain", "spoiled", "returned", "issued");

    private final WalkValues values;
    private final WalkFiles files;

    FormFiller(WalkValues values, WalkFiles files) {
        this.values = values;
        this.files = files;
    }

    /** Nothing in it is wrong by what the page says of its controls. */
    List<FormEntry> fill(PageForm form, Random random) {
        List<FormEntry> all = new ArrayList<>();
        Set<String> radios = new HashSet<>();
        for (FormInput each : form.inputs()) {
            switch (each.type()) {
                case "hidden" -> all.add(FormEntry.of(each.name(), each.value()));
                case "radio" -> {
                    if (radios.add(each.name())) {
                        radio(form, each.name(), random).forEach(all::add);
                    }
                }
                case "checkbox" -> {
                    if (each.required() || random.nextBoolean()) {
                        all.add(FormEntry.of(each.name(), each.value()));
                    }
                }
                case "select" -> {
                    if (!each.options().isEmpty()) {
                        all.add(FormEntry.of(each.name(), option(each, random)));
                    }
                }
                case "file" -> all.add(files.any(form, each, random));
                default -> all.add(FormEntry.of(each.name(), typed(form, each, random)));
            }
        }
        if (form.pressed() != null) {
            all.add(form.pressed());
        }
        return all;
    }

    private static Stream<FormEntry> radio(PageForm form, String name, Random random) {
        List<FormInput> choices = form.inputs().stream()
                .filter(each -> each.type().equals("radio") && each.name().equals(name))
                .toList();
        boolean required = choices.stream().anyMatch(FormInput::required);
        FormInput one = choices.get(random.nextInt(choices.size()));
        return required || random.nextInt(10) > 0 ? Stream.of(FormEntry.of(name, one.value())) : Stream.empty();
    }

    private static String option(FormInput it, Random random) {
        List<String> real =
                it.options().stream().filter(each -> !each.isEmpty()).toList();
        boolean none = real.isEmpty() || !it.required() && it.options().contains("") && random.nextInt(4) == 0;
        return none ? "" : real.get(random.nextInt(real.size()));
    }

    private String typed(PageForm form, FormInput it, Random random) {
        return switch (it.type()) {
            case "number" -> number(form, it, random);
            case "date" -> day(it, random).toString();
            case "datetime-local" ->
                it.value().isEmpty() || random.nextInt(3) == 0 ? day(it, random) + "T19:30" : it.value();
            case "time" -> "19:30";
            case "password" -> DemoCommunity.password();
            default -> text(it, random);
        };
    }

    private static String number(PageForm form, FormInput it, Random random) {
        if (COUNTED.contains(it.name()) && random.nextInt(5) > 0) {
            return String.valueOf(Math.floorMod((form.action() + it.name()).hashCode(), 4));
        }
        if (!it.value().isEmpty() && random.nextInt(3) == 0) {
            return it.value();
        }
        long min = it.min().isEmpty() ? 1 : Long.parseLong(it.min());
        long max = it.max().isEmpty() ? min + 9 : Long.parseLong(it.max());
        return String.valueOf(min + random.nextLong(Math.min(max - min + 1, 30)));
    }

    private LocalDate day(FormInput it, Random random) {
        String from = it.min().isEmpty() ? it.value() : it.min();
        // Without a limit on the page what has been done or what is to come may be meant.
        LocalDate any = random.nextInt(3) == 0
                ? values.today().minusDays(10)
                : values.today().plusDays(1);
        LocalDate first = from.isEmpty() ? any : LocalDate.parse(from.substring(0, 10));
        LocalDate day = first.plusDays(random.nextInt(10));
        return it.max().isEmpty() || !day.isAfter(LocalDate.parse(it.max().substring(0, 10))) ? day : first;
    }

    private String text(FormInput it, Random random) {
        if (!it.value().isBlank() && random.nextInt(5) < 3) {
            return it.value();
        }
        if (!it.options().isEmpty() && random.nextInt(4) > 0) {
            return it.options().get(random.nextInt(it.options().size()));
        }
        if (it.name().equals("code") && random.nextInt(4) > 0) {
            return values.code(random);
        }
        if (it.name().equals("at")) {
            return random.nextBoolean() ? "" : PLACES.get(random.nextInt(PLACES.size()));
        }
        if (!it.required() && random.nextInt(4) == 0) {
            return it.value();
        }
        String text = WORDS.get(random.nextInt(WORDS.size()));
        if (it.type().equals("textarea") && random.nextBoolean()) {
            text += "\n" + WORDS.get(random.nextInt(WORDS.size()));
        }
        return it.longest() > 0 && text.length() > it.longest() ? text.substring(0, it.longest()) : text;
    }
}
