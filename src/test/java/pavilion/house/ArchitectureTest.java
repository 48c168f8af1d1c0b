package pavilion.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What is always true of the house, whoever builds on it. */
@AnalyzeClasses(packages = "pavilion", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "pavilion";
    private static final DescribedPredicate<JavaClass> STORES =
            describe("stores", c -> outermost(c).getSimpleName().endsWith("Store"));
    private static final DescribedPredicate<JavaClass> PAGES =
            describe("pages", c -> outermost(c).getSimpleName().endsWith("Pages"));
    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule the_rule_book_knows_nothing_but_java = classes()
            .that()
            .resideInAPackage("pavilion.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "pavilion.rules.."));

    @ArchTest
    static final ArchRule the_rule_book_reads_no_clock_and_throws_no_dice = noClasses()
            .that()
            .resideInAPackage("pavilion.rules..")
            .should()
            .dependOnClassesThat(describe(
                    "are clocks, dice, files or threads",
                    c -> c.getName().equals("java.time.Clock")
                            || c.isAssignableTo(Random.class)
                            || c.getName().startsWith("java.util.random")
                            || c.getName().equals("java.util.concurrent.ThreadLocalRandom")
                            || c.getPackageName().startsWith("java.sql")
                            || c.getPackageName().startsWith("java.net")
                            || c.getPackageName().startsWith("java.nio.file")
                            || c.getName().equals("java.util.UUID")
                            || c.getName().equals("java.lang.Thread")));

    @ArchTest
    static final ArchRule fields_of_the_rule_book_are_exact = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("pavilion.rules..")
            .should()
            .notHaveRawType(describe("inexact", c -> INEXACT.contains(c.getName())));

    @ArchTest
    static final ArchRule methods_of_the_rule_book_are_exact = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("pavilion.rules..")
            .should(new ArchCondition<>("neither take, give nor use a floating-point number") {
                @Override
                public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                    boolean signature = inexact(method);
                    boolean calls = method.getCallsFromSelf().stream()
                            .map(JavaCall::getTarget)
                            .anyMatch(ArchitectureTest::inexact);
                    if (signature || calls) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                }
            });

    @ArchTest
    static final ArchRule rooms_form_no_circle =
            slices().matching("pavilion.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_room_knows_the_root = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule the_front_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("pavilion.web..")
            .should()
            .dependOnClassesThat(resideInAPackage("pavilion..")
                    .and(not(resideInAnyPackage("pavilion.web..", "pavilion.rules..", "pavilion.db.."))));

    @ArchTest
    static final ArchRule only_stores_know_the_sql_client = noClasses()
            .that()
            .resideOutsideOfPackage("pavilion.db..")
            .and(are(not(STORES)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..");

    @ArchTest
    static final ArchRule only_the_front_and_pages_know_vertx_web = noClasses()
            .that()
            .resideOutsideOfPackages("pavilion.web..", ROOT)
            .and(are(not(PAGES)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.ext.web..");

    @ArchTest
    static final ArchRule there_is_one_clock_and_the_root_hands_it_in = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .callMethodWhere(describe("the machine's own time is read", call -> readsTime(call.getTarget())));

    @ArchTest
    static final ArchRule the_stopwatch_is_only_for_what_is_remembered_a_while_and_for_measuring = noClasses()
            .that(are(not(describe(
                    "the front, the benchmark or the root",
                    c -> c.getPackageName().equals("pavilion.web")
                            || c.getPackageName().equals("pavilion.bench")
                            || c.getPackageName().equals("pavilion.rehearse")
                            || c.getPackageName().equals(ROOT)))))
            .should()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses().should().haveNameMatching(".*(Impl|DTO|Dto|Util|Utils|Helper|Manager|Facade)(\\$.*)?");

    @ArchTest
    static final ArchRule nothing_is_printed_but_by_commands = noClasses()
            .that(are(not(describe(
                    "commands",
                    c -> outermost(c).getSimpleName().endsWith("Command")
                            || c.getName().equals("pavilion.Main")))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean inexact(JavaCodeUnit unit) {
        return INEXACT.contains(unit.getRawReturnType().getName())
                || unit.getRawParameterTypes().stream().anyMatch(t -> INEXACT.contains(t.getName()));
    }

    private static boolean inexact(CodeUnitCallTarget target) {
        return INEXACT.contains(target.getRawReturnType().getName())
                || target.getRawParameterTypes().stream().anyMatch(t -> INEXACT.contains(t.getName()));
    }

    private static boolean readsTime(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean now = owner.startsWith("java.time.")
                && name.equals("now")
                && target.getRawParameterTypes().stream()
                        .noneMatch(t -> t.getName().equals("java.time.Clock"));
        boolean clock = owner.equals("java.time.Clock")
                && List.of("systemUTC", "systemDefaultZone", "system").contains(name);
        boolean system = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        boolean date = owner.equals("java.util.Date") && name.equals("<init>");
        return now || clock || system || date;
    }
}
