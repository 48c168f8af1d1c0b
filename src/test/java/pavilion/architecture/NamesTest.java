package pavilion.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pavilion.web.Route;

/** What a class's name promises. */
@AnalyzeClasses(packages = "pavilion", importOptions = ImportOption.DoNotIncludeTests.class)
class NamesTest {
    private static final String LAW = ": the law of suffixes, docs/architecture.md";
    private static final String IMAGES = "Room|House|Door|Hall|Deck|Desk|Seat";
    private static final String EMPTY = "Impl|DTO|Dto|Util|Utils|Helper|Manager|Facade";

    // In the rules a seat is one of a committee.
    private static final DescribedPredicate<JavaClass> OUTSIDE_THE_RULES =
            describe("outside the rules", c -> !c.getPackageName().startsWith("pavilion.rules"));

    @ArchTest
    static final ArchRule storesHaveOnlyStaticMethodsAndKeepNothing = classes()
            .that(topLevel("Store"))
            .should(hold(
                    "have static methods and static fields only",
                    c -> c.getMethods().stream().allMatch(m -> m.getModifiers().contains(JavaModifier.STATIC))
                            && c.getFields().stream()
                                    .allMatch(f -> f.getModifiers().contains(JavaModifier.STATIC))))
            .because("a NounStore is the SQL of a noun, over the transaction that it is given" + LAW);

    @ArchTest
    static final ArchRule whoeverUsesTheSqlClientIsAStore = noClasses()
            .that(are(describe("not stores", c -> !outermost(c).getSimpleName().endsWith("Store"))))
            .and()
            .resideOutsideOfPackage("pavilion.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..")
            .because("SQL stands in a NounStore or in db" + LAW);

    @ArchTest
    static final ArchRule pagesDeclareRoutes = classes()
            .that(topLevel("Pages"))
            .and()
            .resideOutsideOfPackage("pavilion.web..")
            .should(hold("declare routes", NamesTest::declaresRoutes))
            .because("NounPages are routes, forms and HTML" + LAW);

    @ArchTest
    static final ArchRule whoeverDeclaresRoutesIsPages = noClasses()
            .that(are(describe("not pages", c -> !outermost(c).getSimpleName().endsWith("Pages"))))
            .and()
            .resideOutsideOfPackage("pavilion.web..")
            .should(hold("declare routes", NamesTest::declaresRoutes))
            .because("routes are declared by NounPages" + LAW);

    @ArchTest
    static final ArchRule viewsAndPapersAreRecords = classes()
            .that(topLevel("View").or(topLevel("Paper")))
            .and()
            .areNotInterfaces()
            .should(hold("be records", JavaClass::isRecord))
            .because("a NounView is what a template reads, a NounPaper what is printed" + LAW);

    @ArchTest
    static final ArchRule modulesAreOneAPackage = classes()
            .that(topLevel("Module"))
            .should(hold("stand alone in their package", NamesTest::onlyModule))
            .because("a NounModule puts its package together" + LAW);

    @ArchTest
    static final ArchRule namesAreNoImages = noClasses()
            .that(are(OUTSIDE_THE_RULES))
            .should(hold("exist", c -> c.getSimpleName().matches(".*(" + IMAGES + ")(?![a-z]).*")))
            .because("a standard term is found by somebody who has not seen the code" + LAW);

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should(hold("exist", c -> c.getSimpleName().matches(".*(" + EMPTY + ")")))
            .because("such a suffix says nothing" + LAW);

    @Test
    void noNameOfAClassStandsTwice() {
        Map<String, List<Path>> files = Sources.under(Path.of("src"), ".java").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        SourcesTest.none(
                files.values().stream().filter(same -> same.size() > 1).map(same -> same + " have one name" + LAW));
    }

    private static DescribedPredicate<JavaClass> topLevel(String suffix) {
        return describe(
                "*" + suffix, c -> c.isTopLevelClass() && c.getSimpleName().endsWith(suffix));
    }

    private static ArchCondition<JavaClass> hold(String what, Function<JavaClass, Boolean> holds) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean yes = holds.apply(type);
                events.add(
                        new SimpleConditionEvent(type, yes, type.getName() + (yes ? " does " : " does not ") + what));
            }
        };
    }

    private static boolean declaresRoutes(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Route.class)
                        && call.getTarget().getRawReturnType().isEquivalentTo(Route.class));
    }

    private static boolean onlyModule(JavaClass type) {
        return type.getPackage().getClasses().stream()
                        .filter(c -> c.isTopLevelClass() && c.getSimpleName().endsWith("Module"))
                        .count()
                == 1;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(NamesTest::outermost).orElse(type);
    }
}
