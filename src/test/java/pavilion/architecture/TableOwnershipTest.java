package pavilion.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pavilion.architecture.SourcesTest.none;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stores touch the tables of their own package; templates are data that neither Java nor SQL names. */
class TableOwnershipTest {
    private static final Map<String, Set<String>> TABLES = Map.of(
            "matter", Set.of("matter", "matter_number", "step", "stage_record"),
            "proposal", Set.of("endorsement", "photo", "triage", "plan_option", "stakeholder", "notice", "remark"),
            "task", Set.of("errand", "rated", "rating"));

    /** Who and where: every package may read these, and only the roster and the accounts write them. */
    private static final Set<String> SHARED = Set.of("place", "person", "account");

    /** A package reads the tables of those below it, where a list has to join them. */
    private static final Map<String, Set<String>> BELOW = Map.of("proposal", Set.of("matter"));

    /** Measurements and rehearsals fill the database with invented matters of one kind. */
    private static final List<String> MEASURING = List.of("bench", "rehearse");

    private static final Pattern TABLE = Pattern.compile("\\b(from|join|into|update)\\s+([a-z_]+)\\b");
    private static final Set<String> WRITING = Set.of("into", "update");
    private static final Pattern TEMPLATE_ID = Pattern.compile("\\bT[0-9]+\\b");

    private static Stream<String> foreign(String packageName, String sql, String where) {
        return TABLE.matcher(sql)
                .results()
                .filter(found -> tables().contains(found.group(2)))
                .filter(found -> {
                    String table = found.group(2);
                    boolean readable = SHARED.contains(table)
                            || BELOW.getOrDefault(packageName, Set.of()).contains(table);
                    return !TABLES.get(packageName).contains(table) && !(readable && !WRITING.contains(found.group(1)));
                })
                .map(found -> where + ": " + found.group());
    }

    /** Every table there is. */
    private static Set<String> tables() {
        return Sources.under(Path.of("sql"), ".sql").stream()
                .flatMap(file -> Pattern.compile("create table ([a-z_]+)")
                        .matcher(Sources.read(file))
                        .results()
                        .map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void storesOfMatterProposalAndTaskTouchOnlyTheirOwnTables() {
        none(TABLES.keySet().stream()
                .flatMap(name -> Sources.under(Sources.JAVA.resolve("pavilion/" + name), ".java").stream()
                        .flatMap(file -> Sources.literals(Sources.read(file)).stream()
                                .flatMap(text -> foreign(name, text, file.toString())))));
    }

    @Test
    void theScanSeesForeignTablesAndLetsSharedOnesBeRead() {
        assertEquals(
                List.of("x: join poll", "x: update place", "x: into ballot"),
                foreign("matter", """
                                select 1 from matter m join place p on true join poll q on true;
                                update place set name = ''; insert into ballot values (1)
                                """, "x").toList());
    }

    @Test
    void noTemplateIsNamedInJavaOrSql() {
        none(Stream.concat(
                Sources.under(Sources.JAVA, ".java").stream()
                        .filter(file -> MEASURING.stream()
                                .noneMatch(name -> file.startsWith(Sources.JAVA.resolve("pavilion/" + name))))
                        .flatMap(file -> Sources.literals(Sources.read(file)).stream()
                                .filter(text -> TEMPLATE_ID.matcher(text).find())
                                .map(text -> file + ": " + text)),
                Sources.under(Path.of("sql"), ".sql").stream()
                        .filter(file -> TEMPLATE_ID.matcher(Sources.read(file)).find())
                        .map(file -> file + " names a template")));
    }
}
