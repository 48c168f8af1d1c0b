package pavilion.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pavilion.document.PaperPrinter;
import pavilion.identity.MaskedName;
import pavilion.rules.Refusal;

/**
 * A person as the committee's pages show them: a row of the list, or a page with the posts and forms.
 *
 * @param name masked, as {@code account} is, for those who do not check people
 * @param household code of the household; empty without one
 * @param level 0 = no account, 1 = account, 2 = checked in person
 * @param check how they were checked; null without an account, and in the list
 * @param checking the check that is missing; null where none is, and in the list
 * @param choices roles that this user may give
 * @param values what was typed
 */
record PersonView(
        long id,
        String code,
        String name,
        String household,
        boolean adult,
        boolean tenant,
        int level,
        String account,
        List<Post> posts,
        PersonCheckStore.@Nullable PersonCheck check,
        @Nullable Checking checking,
        List<String> choices,
        Map<String, String> values,
        Map<String, Refusal> errors) {

    /** What a printed invitation cannot show of the name. */
    String unprintable() {
        return PaperPrinter.unprintable(name);
    }

    /**
     * @param stop why this user does not do it; null where they may
     * @param who some who may
     * @param ways in which a person can be checked
     */
    record Checking(@Nullable Refusal stop, List<String> who, List<String> ways) {}

    /**
     * @param role its key
     * @param place id of the place where it holds, {@code where} its name
     * @param to the last day; null for an open end
     * @param mayEnd whether it goes on, and this user may end it
     */
    record Post(
            String role,
            long place,
            String where,
            LocalDate from,
            @Nullable LocalDate to,
            boolean mayEnd) {
        static Post of(PeopleStore.Post post, boolean mayEnd) {
            return new Post(post.role(), post.place(), post.placeName(), post.from(), post.to(), mayEnd);
        }
    }

    /** @param full whether names are shown in full */
    static PersonView row(PeopleStore.PersonOnRoll person, boolean full) {
        return new PersonView(
                person.id(),
                person.code(),
                full ? person.name() : MaskedName.name(person.name()),
                person.household(),
                person.adult(),
                person.tenant(),
                person.level(),
                full ? person.account() : MaskedName.name(person.account()),
                List.of(),
                null,
                null,
                List.of(),
                Map.of(),
                Map.of());
    }

    /** The same with what the person's own page shows beside it. */
    PersonView page(
            List<Post> held,
            PersonCheckStore.@Nullable PersonCheck checked,
            @Nullable Checking missing,
            List<String> roles,
            Map<String, String> typed,
            Map<String, Refusal> wrong) {
        return new PersonView(
                id, code, name, household, adult, tenant, level, account, held, checked, missing, roles, typed, wrong);
    }

    /**
     * The list of people.
     *
     * @param q what was searched for
     * @param number of the page, from 1
     * @param before query of the page before; empty on the first
     * @param after query of the page after; empty on the last
     */
    record Page(String q, int number, List<PersonView> people, String before, String after, boolean none) {}
}
