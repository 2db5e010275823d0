package org.doubtless;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doubtless.Endpoints.Endpoint;
import org.doubtless.web.Access;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds which package may import which, and the rules that no compiler holds. */
class ArchitectureTest {
    private static final String ROOT = "org.doubtless.";
    private static final JavaClasses CLASSES = ProductClasses.all();

    /** Which packages of the product each package may import. */
    private static final Map<String, String> IMPORTS = new TreeMap<>(Map.ofEntries(
            Map.entry("web", ""),
            Map.entry("database", ""),
            Map.entry("copy", ""),
            Map.entry("jobs", "web"),
            Map.entry("audit", "project account web"),
            Map.entry("account", "web"),
            Map.entry("project", "account jobs web"),
            Map.entry("pool", "project account jobs copy web"),
            Map.entry("queue", "project pool account copy web"),
            Map.entry("annotation", "queue pool project account web"),
            Map.entry("model", "project jobs web"),
            Map.entry("round", "learning pool queue annotation model project jobs account copy web"),
            Map.entry("exchange", "pool annotation project model account web"),
            Map.entry("demo", "project pool queue annotation round jobs account web"),
            Map.entry("dashboard", "round model annotation queue pool project jobs account web")));

    /** The packages of the library, and which of them each may import. */
    private static final Map<String, String> LEARNING = new TreeMap<>(Map.of(
            "work", "",
            "torch", "",
            "features", "torch work",
            "posterior", "features torch work",
            "uncertainty", "posterior features work",
            "acquisition", "uncertainty posterior features work",
            "training", "features posterior torch work",
            "evaluation", "posterior work"));

    @TestFactory
    Stream<DynamicTest> eachPackageImportsWhatItMay() {
        return IMPORTS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> importsOnly(ROOT + entry.getKey(), within(ROOT, entry))));
    }

    @TestFactory
    Stream<DynamicTest> eachPackageOfTheLibraryImportsWhatItMay() {
        String learning = ROOT + "learning.";
        return LEARNING.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        "learning." + entry.getKey(),
                        () -> importsOnly(learning + entry.getKey(), within(learning, entry))));
    }

    @Test
    void simulationImportsTheWholeLibraryAndNothingElse() {
        importsOnly(ROOT + "learning.simulation", List.of(ROOT + "learning.."));
    }

    @Test
    void theLibraryKnowsNoSimulation() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "learning..")
                .and()
                .resideOutsideOfPackage(ROOT + "learning.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "learning.simulation..")
                .check(CLASSES);
    }

    private static List<String> within(String parent, Map.Entry<String, String> entry) {
        return Stream.concat(
                        Stream.of(entry.getKey()),
                        Arrays.stream(entry.getValue().split(" ")))
                .filter(name -> !name.isEmpty())
                .map(name -> parent + name + "..")
                .toList();
    }

    private static void importsOnly(String name, List<String> allowed) {
        noClasses()
                .that()
                .resideInAPackage(name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.doubtless..")
                        .and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> tops = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .collect(Collectors.toSet());
        assertThat(tops).allMatch(name -> IMPORTS.containsKey(name) || name.equals("learning") || name.equals("cli"));
    }

    @Test
    void theLibraryKnowsJavaAndItsMathsOnly() {
        classes()
                .that()
                .resideInAPackage("org.doubtless.learning..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.imageio..",
                        "ai.djl..",
                        "ai.onnxruntime..",
                        "org.ejml..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..",
                        "org.doubtless.learning.."))
                .check(CLASSES);
    }

    @Test
    void itsFormulasKnowJavaOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.doubtless.learning.uncertainty..",
                        "org.doubtless.learning.acquisition..",
                        "org.doubtless.learning.evaluation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theLibraryKeepsNoStaticState() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.doubtless.learning..")
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(mutable())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> mutable() {
        return DescribedPredicate.describe(
                "a type that holds state",
                type -> type.isAssignableTo(Random.class)
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.getPackageName().startsWith("java.util.concurrent")
                        || type.isAssignableTo(Collection.class) && !type.isInterface()
                        || type.isAssignableTo(Map.class) && !type.isInterface());
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Manager|Utils?|Helper|Impl|D[tT][oO]|D[aA][oO])(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void everyEndpointIsPublic() {
        List<Endpoint> endpoints = Endpoints.in(CLASSES);
        assertThat(endpoints).hasSizeGreaterThan(10);
        // A method that is not public is no endpoint at all, and nobody says so.
        assertThat(endpoints)
                .filteredOn(endpoint -> !endpoint.method().getModifiers().contains(JavaModifier.PUBLIC))
                .isEmpty();
    }

    @Test
    void everyEndpointStatesItsAccess() {
        assertThat(Endpoints.in(CLASSES))
                .filteredOn(endpoint -> !endpoint.method().isAnnotatedWith(Access.class))
                .isEmpty();
    }

    @Test
    void everyEndpointMayBlock() {
        // The access filter asks the database on the endpoint's own thread.
        assertThat(Endpoints.in(CLASSES))
                .filteredOn(endpoint -> {
                    JavaClass answer = endpoint.method().getRawReturnType();
                    boolean eventLoop = answer.isAssignableTo(Uni.class)
                            || answer.isAssignableTo(Multi.class)
                            || answer.isAssignableTo(CompletionStage.class);
                    return endpoint.method().isAnnotatedWith(NonBlocking.class)
                            || eventLoop && !endpoint.method().isAnnotatedWith(Blocking.class);
                })
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(each -> each.tryGetPackageInfo().isEmpty())
                        .map(each -> each.getName()))
                .isEmpty();
    }
}
