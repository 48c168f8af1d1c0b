package pavilion.architecture;

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

/** What is always true of the code; {@code docs/architecture.md} says why. */
@AnalyzeClasses(packages = "pavilion", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "pavilion";
    private static final DescribedPredicate<JavaClass> PAGES =
            describe("pages", c -> outermost(c).getSimpleName().endsWith("Pages"));
    private static final Set<String> INEXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @ArchTest
    static final ArchRule theRuleBookKnowsNothingButJava = classes()
            .that()
            .resideInAPackage("pavilion.rules..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "pavilion.rules.."));

    @ArchTest
    static final ArchRule theRuleBookReadsNoClockAndNoRandomNumbers = noClasses()
            .that()
            .resideInAPackage("pavilion.rules..")
            .should()
            .dependOnClassesThat(describe(
                    "are clocks, random numbers, files or threads",
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
    static final ArchRule fieldsOfTheRuleBookAreExact = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage("pavilion.rules..")
            .should()
            .notHaveRawType(describe("inexact", c -> INEXACT.contains(c.getName())));

    @ArchTest
    static final ArchRule methodsOfTheRuleBookAreExact = methods()
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
    static final ArchRule packagesFormNoCycle =
            slices().matching("pavilion.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule subjectsOfTheSessionFormNoCycle =
            slices().matching("pavilion.session.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theKernelOfTheSessionKnowsNoneOfItsSubjects = noClasses()
            .that()
            .resideInAPackage("pavilion.session")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("pavilion.session.*..");

    @ArchTest
    static final ArchRule onlyTheServerKnowsTheScreensOfTheSession = noClasses()
            .that()
            .resideOutsideOfPackages("pavilion.session.screen..", "pavilion.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("pavilion.session.screen..");

    @ArchTest
    static final ArchRule theSessionKnowsNothingOfWhatIsDecidedInIt = noClasses()
            .that()
            .resideInAPackage("pavilion.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pavilion.decision..", "pavilion.motion..", "pavilion.minutes..");

    @ArchTest
    static final ArchRule onlyMainAndCommandsKnowTheServer = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, "pavilion.cli..", "pavilion.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, "pavilion.cli..", "pavilion.server..");

    @ArchTest
    static final ArchRule onlyTheWiringAndCommandsKnowTheDemo = noClasses()
            .that()
            .resideOutsideOfPackages("pavilion.cli..", "pavilion.server..", "pavilion.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("pavilion.demo..");

    @ArchTest
    static final ArchRule httpKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("pavilion.web..")
            .should()
            .dependOnClassesThat(resideInAPackage("pavilion..")
                    .and(not(resideInAnyPackage(
                            "pavilion.web..",
                            "pavilion.rules..",
                            "pavilion.db..",
                            "pavilion.text..",
                            "pavilion.identity.."))));

    @ArchTest
    static final ArchRule identityKnowsNoHttp = noClasses()
            .that()
            .resideInAnyPackage("pavilion.identity..", "pavilion.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pavilion.web..", "io.vertx.ext.web..", "io.vertx.core.http..");

    @ArchTest
    static final ArchRule theBallotBoxKnowsNoMatterAndNoSession = noClasses()
            .that()
            .resideInAPackage("pavilion.poll..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pavilion.matter..", "pavilion.session..", "pavilion.decision..");

    @ArchTest
    static final ArchRule onlyHttpAndPagesKnowVertxWeb = noClasses()
            .that()
            .resideOutsideOfPackages("pavilion.web..", "pavilion.live..", "pavilion.server..")
            .and(are(not(PAGES)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.ext.web..");

    @ArchTest
    static final ArchRule thereIsOneClockAndItIsHandedIn = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, "pavilion.cli..")
            .should()
            .callMethodWhere(describe("the machine's own time is read", call -> readsTime(call.getTarget())));

    @ArchTest
    static final ArchRule nanoTimeIsForCachesAndMeasuring = noClasses()
            .that(are(not(describe(
                    "HTTP, live updates, caches or measurements",
                    c -> Set.of("web", "live", "identity", "bench", "rehearse", "server", "cli")
                            .contains(c.getPackageName().replaceFirst("pavilion\\.?", ""))))))
            .should()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule hashesAreMadeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("pavilion.rules.Sha256")
            .should()
            .callMethodWhere(describe(
                    "a digest is made",
                    call -> call.getTarget().getOwner().getName().equals("java.security.MessageDigest")
                            && call.getTarget().getName().equals("getInstance")));

    @ArchTest
    static final ArchRule nothingIsPrintedButByCommands = noClasses()
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
