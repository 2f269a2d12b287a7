package org.needscape.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.needscape.protection.ExactObservations;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.ExactExport;
import org.needscape.store.ObservationStore;

/**
 * The map of packages: each row lists everything a package may use besides the JDK's plain packages and the null annotations. A
 * dependency that is not listed fails the build; to allow one, change the map and say why in the decisions.
 */
class LayeringTest {

    private static final String ROOT = "org.needscape";

    private static final String[] JDK = {
        "java.lang..", "java.util..", "java.math..", "java.time..", "java.io..", "java.nio.charset..", "org.jspecify.."
    };
    private static final String JTS = "org.locationtech.jts..";
    private static final String MATH = "org.apache.commons.math3..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String CSV = "org.apache.commons.csv..";
    private static final String FILES = "java.nio..";
    private static final String LOG = "org.slf4j..";
    private static final String HASH = "java.security..";
    private static final String KEYED_HASH = "javax.crypto..";

    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("area", List.of(JTS)),
            Map.entry("indicator", List.of("area")),
            Map.entry("layer", List.of("area", "indicator")),
            Map.entry("authority", List.of("area", "indicator")),
            Map.entry("report", List.of()),
            Map.entry("progress", List.of()),
            Map.entry("config", List.of(FILES)),
            Map.entry("disclosure", List.of("indicator")),
            Map.entry("disclosure.tables", List.of("disclosure", "org.ojalgo..")),
            Map.entry("disclosure.cases", List.of("cooccurrence", "disclosure", "indicator", "stats")),
            Map.entry("stats", List.of(MATH)),
            Map.entry("spatial", List.of("area", "stats", JTS, MATH)),
            Map.entry("need", List.of("area", "indicator", "spatial", "stats")),
            Map.entry("targeting", List.of("area", "spatial")),
            Map.entry("targeting.solver", List.of("area", "spatial", "stats", "targeting", "org.ojalgo..")),
            Map.entry("hotspot", List.of("area", "stats", "spatial", "need", "progress", MATH)),
            Map.entry("targeting.decision", List.of("area")),
            Map.entry("provision", List.of("area", "indicator")),
            Map.entry("recipe", List.of("indicator", "need", JACKSON, "com.networknt.schema..")),
            Map.entry("cooccurrence", List.of("area", "indicator", "stats")),
            Map.entry("render", List.of("need", "indicator", "stats", "layer")),
            Map.entry("geoio.grid", List.of(JTS)),
            Map.entry("geoio.shapefile", List.of("geoio.grid", "report", "progress", JTS, FILES)),
            Map.entry(
                    "geoio.boundary",
                    List.of(
                            "area",
                            "report",
                            "progress",
                            "geoio.grid",
                            "geoio.shapefile",
                            JTS,
                            JACKSON,
                            FILES,
                            LOG,
                            "org.geotools..",
                            "org.opengis..",
                            "javax.measure..",
                            "tech.units..",
                            "java.sql..",
                            "org.sqlite..")),
            Map.entry("geoio.workbook", List.of("geoio.shapefile", "report", FILES, "javax.xml.stream..")),
            Map.entry(
                    "geoio.table",
                    List.of(
                            "area",
                            "authority",
                            "cooccurrence",
                            "geoio.workbook",
                            "indicator",
                            "provision",
                            "report",
                            "progress",
                            CSV,
                            FILES)),
            Map.entry(
                    "geoio.layer",
                    List.of(
                            "area",
                            "indicator",
                            "layer",
                            "geoio.grid",
                            "geoio.shapefile",
                            JTS,
                            JACKSON,
                            FILES,
                            "java.sql..",
                            "org.dhatim.fastexcel..")),
            Map.entry(
                    "demo",
                    List.of(
                            "area",
                            "indicator",
                            "spatial",
                            "stats",
                            "geoio.grid",
                            "geoio.shapefile",
                            JTS,
                            MATH,
                            JACKSON,
                            CSV,
                            FILES,
                            HASH)),
            Map.entry(
                    "store",
                    List.of("area", "authority", "disclosure", "indicator", "layer", "progress", "provision", JTS)),
            Map.entry(
                    "store.jdbc",
                    List.of(
                            "area",
                            "authority",
                            "disclosure",
                            "indicator",
                            "layer",
                            "progress",
                            "provision",
                            "store",
                            JTS,
                            LOG,
                            HASH,
                            FILES,
                            "java.net..",
                            "java.sql..",
                            "javax.sql..",
                            "com.zaxxer.hikari..",
                            "org.flywaydb..",
                            "org.h2..",
                            "org.postgresql..",
                            "net.postgis..")),
            Map.entry(
                    "protection",
                    List.of("area", "indicator", "disclosure", "disclosure.tables", "stats", "store", HASH)),
            Map.entry(
                    "desk",
                    List.of(
                            "area",
                            "indicator",
                            "spatial",
                            "stats",
                            "need",
                            "recipe",
                            "report",
                            "disclosure",
                            "layer",
                            JTS,
                            JACKSON,
                            CSV,
                            LOG,
                            FILES)),
            Map.entry(
                    "service",
                    List.of(
                            "area",
                            "authority",
                            "indicator",
                            "layer",
                            "report",
                            "progress",
                            "cooccurrence",
                            "disclosure",
                            "disclosure.cases",
                            "protection",
                            "stats",
                            "spatial",
                            "need",
                            "hotspot",
                            "targeting",
                            "targeting.decision",
                            "targeting.solver",
                            "provision",
                            "recipe",
                            "render",
                            "geoio.boundary",
                            "geoio.grid",
                            "geoio.table",
                            "geoio.layer",
                            "store",
                            JTS,
                            JACKSON,
                            CSV,
                            FILES,
                            LOG,
                            HASH,
                            KEYED_HASH)),
            Map.entry(
                    "http",
                    List.of(
                            "area",
                            "authority",
                            "indicator",
                            "hotspot",
                            "layer",
                            "report",
                            "progress",
                            "service",
                            "store",
                            JACKSON,
                            FILES,
                            LOG,
                            "java.net..",
                            "io.javalin..",
                            "org.eclipse.jetty..",
                            "jakarta.servlet..",
                            "io.micrometer..",
                            "kotlin..")),
            Map.entry(
                    "cli",
                    List.of(
                            "area",
                            "indicator",
                            "layer",
                            "report",
                            "progress",
                            "service",
                            "protection",
                            "desk",
                            "stats",
                            "spatial",
                            "need",
                            "store",
                            "config",
                            JACKSON,
                            FILES,
                            LOG,
                            "picocli.."))));

    /** The one class that is given exact values, and those through which a person gets to it. */
    private static final String DOOR = ExactExport.class.getName();

    private static final List<String> DOOR_USERS =
            List.of(ROOT + ".cli.ExportCommand", ROOT + ".cli.Program", ROOT + ".Components");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    List<DynamicTest> everyPackageUsesOnlyWhatTheMapAllows() {
        List<DynamicTest> tests = new ArrayList<>();
        MAY_USE.forEach((name, allowed) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            Set<String> packages = new TreeSet<>(List.of(JDK));
            packages.add(ROOT + "." + name);
            for (String other : allowed) {
                packages.add(other.contains("..") ? other : ROOT + "." + other);
            }
            classes()
                    .that()
                    .resideInAPackage(ROOT + "." + name)
                    .should()
                    .onlyDependOnClassesThat(describe("the map allows", type -> isAllowed(type, packages)))
                    .check(OURS);
        })));
        return tests;
    }

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> found = OURS.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(MAY_USE.keySet(), found);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void onlyTheDoorReadsExactValues() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ProtectedObservations.class.getPackageName())
                .should()
                .callMethodWhere(describe(
                        "exact observations are read",
                        call -> call.getTarget().getOwner().isEquivalentTo(ObservationStore.class)
                                && call.getTarget().getName().equals("listExact")))
                .check(OURS);
    }

    @Test
    void ruleAboutExactValuesWouldFailForAnybodyElse() {
        assertThrows(AssertionError.class, () -> noClasses()
                .should()
                .callMethodWhere(describe(
                        "exact observations are read",
                        call -> call.getTarget().getOwner().isEquivalentTo(ObservationStore.class)
                                && call.getTarget().getName().equals("listExact")))
                .check(OURS));
    }

    @Test
    void exactObservationsAreForOneUseOnly() {
        exactObservationsAreUsedOnlyBy(DOOR);
    }

    @Test
    void ruleAboutExactObservationsWouldFailForAnybodyElse() {
        assertThrows(AssertionError.class, () -> exactObservationsAreUsedOnlyBy());
    }

    @Test
    void exactExportIsForTheCommandLineOnly() {
        exactExportIsUsedOnlyBy(DOOR_USERS.toArray(String[]::new));
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".http")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ExactExport.class, ExactObservations.class)
                .check(OURS);
    }

    @Test
    void ruleAboutExactExportWouldFailForAnybodyElse() {
        for (String user : DOOR_USERS) {
            String[] others =
                    DOOR_USERS.stream().filter(other -> !other.equals(user)).toArray(String[]::new);
            assertThrows(AssertionError.class, () -> exactExportIsUsedOnlyBy(others), user);
        }
    }

    private static void exactObservationsAreUsedOnlyBy(String... users) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ExactObservations.class.getPackageName())
                .and(areNotPartOf(users))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ExactObservations.class)
                .check(OURS);
    }

    private static void exactExportIsUsedOnlyBy(String... users) {
        noClasses()
                .that(areNotPartOf(users))
                .and(areNotPartOf(DOOR))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ExactExport.class)
                .check(OURS);
    }

    /** A class is part of itself, and what is declared in it is. */
    private static DescribedPredicate<JavaClass> areNotPartOf(String... names) {
        return describe("are not part of " + List.of(names), type -> Stream.of(names)
                .noneMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    @Test
    void nothingPrintsRollsDiceOrReadsTheClockBehindItsCallersBack() {
        noClasses().should().accessField(System.class, "out").check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging.."))
                .check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Date.class)
                .check(OURS);
        noClasses().should().callMethod(Math.class, "random").check(OURS);
        noClasses().should().callConstructor(java.util.Random.class).check(OURS);
        noClasses().should().callMethod(java.time.LocalDate.class, "now").check(OURS);
        noClasses().should().callMethod(java.time.Instant.class, "now").check(OURS);
    }

    @Test
    void publicFieldsAreConstants() {
        List<String> mutable = OURS.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC)
                        && !field.getModifiers().contains(JavaModifier.FINAL))
                .map(field -> field.getFullName())
                .toList();

        assertEquals(List.of(), mutable);
    }

    private static boolean isAllowed(JavaClass type, Set<String> packages) {
        JavaClass base = type.getBaseComponentType();
        if (base.isPrimitive()) {
            return true;
        }
        String name = base.getPackageName();
        for (String allowed : packages) {
            boolean tree = allowed.endsWith("..");
            String plain = tree ? allowed.substring(0, allowed.length() - 2) : allowed;
            if (name.equals(plain) || (tree && name.startsWith(plain + "."))) {
                return true;
            }
        }
        return false;
    }
}
