package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaParent;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.geoio.table.CountsFile;
import org.needscape.geoio.table.DeprivationFile;
import org.needscape.geoio.table.IndicatorFile;
import org.needscape.geoio.table.LookupFile;
import org.needscape.geoio.table.PopulationFile;
import org.needscape.geoio.table.TableRequest;
import org.needscape.geoio.table.TableSummary;
import org.needscape.indicator.Category;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.ValueState;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportReport;

/** The county's files go through the readers of real files, every row of them. */
class DemoImportTest {

    /** Rows of the file of plans that are no totals. */
    private static final int REASONS_OF_PLANS = 1_444;

    private static final Geography LSOA = Geography.parse("lsoa-2021");
    private static final Geography DISTRICT = Geography.parse("lad-2024");
    private static final Set<AreaCode> CODES = Aldermoor.COUNTY.areas().stream()
            .map(area -> new AreaCode(area.code()))
            .collect(Collectors.toSet());

    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();

    @Test
    void theBoundariesAreReadWithoutRepair() {
        List<SmallArea> areas = new ArrayList<>();
        ImportLog log = new ImportLog(BoundaryFiles.LSOA_FILE);
        BoundaryReader.read(
                Aldermoor.FOLDER.resolve(BoundaryFiles.LSOA_FILE),
                BoundaryFiles.LSOA_FILE,
                LSOA,
                Optional.empty(),
                areas::add,
                log,
                Progress.SILENT);

        allAccepted(log, 540);
        for (int at = 0; at < 540; at++) {
            DemoArea expected = Aldermoor.COUNTY.areas().get(at);
            assertEquals(expected.code(), areas.get(at).id().code().value());
            assertEquals(expected.name(), areas.get(at).name());
            assertTrue(areas.get(at)
                    .boundary()
                    .norm()
                    .getGeometryN(0)
                    .equalsExact(expected.boundary().norm()));
        }
    }

    @Test
    void theDistrictsAreReadWithoutRepair() {
        List<SmallArea> districts = new ArrayList<>();
        ImportLog log = new ImportLog(BoundaryFiles.DISTRICT_FILE);
        BoundaryReader.read(
                Aldermoor.FOLDER.resolve(BoundaryFiles.DISTRICT_FILE),
                BoundaryFiles.DISTRICT_FILE,
                DISTRICT,
                Optional.empty(),
                districts::add,
                log,
                Progress.SILENT);

        allAccepted(log, 8);
        assertEquals(
                CountyPlan.DISTRICTS.stream().map(District::name).toList(),
                districts.stream().map(SmallArea::name).toList());
    }

    @Test
    void theLookupIsRead() {
        List<AreaParent> parents = new ArrayList<>();
        ImportLog log = new ImportLog(GeographyTables.LOOKUP_FILE);
        LookupFile.read(request(GeographyTables.LOOKUP_FILE, log), parents::add);

        allAccepted(log, 540);
        Set<String> levels = parents.stream()
                .map(parent -> parent.parent().geography().code())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("ctyua-2024", "lad-2024", "msoa-2021"), levels);
    }

    @Test
    void theIndicesOfDeprivationAreRead() {
        ImportLog log = new ImportLog(GeographyTables.DEPRIVATION_FILE);
        TableSummary summary = DeprivationFile.read(
                request(GeographyTables.DEPRIVATION_FILE, log), 2025, indicators::add, observations::add);

        allAccepted(log, 540);
        assertTrue(summary.source().toLowerCase(Locale.ROOT).contains("fictional"), summary.source());
        assertEquals(0, observations.size() % 540);
    }

    @Test
    void theResidentsAreRead() {
        for (int year : Residents.YEARS) {
            String file = GeographyTables.populationFile(year);
            ImportLog log = new ImportLog(file);
            PopulationFile.read(
                    request(file, log), LSOA, new Period("mid-" + year), indicators::add, observations::add);
            allAccepted(log, 540);
        }
    }

    @Test
    void theCircumstancesAreReadWithTheirPolarityAndTheirMarks() {
        ImportLog log = new ImportLog(NeedTables.INDICATOR_FILE);
        IndicatorFile.read(
                request(NeedTables.INDICATOR_FILE, log),
                Aldermoor.FOLDER.resolve(NeedTables.CODEBOOK_FILE),
                NeedTables.CODEBOOK_FILE,
                LSOA,
                indicators::add,
                observations::add);

        allAccepted(log, 540);
        assertEquals(16, indicators.size());
        assertEquals(
                List.of("good_development_pct"),
                indicators.stream()
                        .filter(indicator -> indicator.polarity() == Polarity.LOWER_IS_MORE_NEED)
                        .map(indicator -> indicator.id().value())
                        .toList());
        assertTrue(indicators.stream().noneMatch(indicator -> indicator.polarity() == Polarity.NOT_STATED));
        assertEquals(16 * 540, observations.size());
        Set<ValueState> states = new HashSet<>();
        observations.forEach(observation -> {
            states.add(observation.value().state());
            assertEquals(observation.value().state(), observation.numerator().state());
        });
        assertEquals(List.of(), log.toReport().notes());
        assertEquals(
                Set.of(ValueState.KNOWN, ValueState.SUPPRESSED, ValueState.NOT_AVAILABLE, ValueState.NOT_APPLICABLE),
                states);
    }

    @Test
    void theCountsAreRead() {
        for (Measure measure : Caseload.MEASURES) {
            String file = HelpTables.countFile(measure);
            ImportLog log = new ImportLog(file);
            CountsFile.read(request(file, log), measure, LSOA, Optional.empty(), indicators::add, observations::add);
            // Plans have further rows, one for each main reason in each area and year where there is any.
            int reasons = measure == Measure.CPP ? REASONS_OF_PLANS : 0;
            // Early help has one row for each area, with a column for each year.
            allAccepted(log, HelpTables.isWide(measure) ? 540 : 3 * 540 + reasons);
        }
        List<Observation> totals = observations.stream()
                .filter(observation -> observation.series().category().equals(SeriesKey.ALL))
                .filter(observation ->
                        !Measure.isFamiliesSquared(observation.series().indicator()))
                .toList();
        assertEquals(5 * 3 * 540, totals.size());
        // Of children looked after it is said besides how they come in families.
        assertEquals(5 * 3 * 540 + REASONS_OF_PLANS + 3 * 540, observations.size());
    }

    @Test
    void theBreakdownsOfChildrenLookedAfterAreRead() {
        ImportLog log = new ImportLog(HelpTables.PARTS_FILE);
        CountsFile.read(
                request(HelpTables.PARTS_FILE, log),
                Measure.CLA,
                LSOA,
                Optional.empty(),
                indicators::add,
                observations::add);
        allAccepted(log, observations.size());
        assertEquals(
                LookedAfter.SHARES.values().stream().mapToInt(List::size).sum() + 1,
                observations.stream()
                        .map(observation -> observation.series().category())
                        .distinct()
                        .count());
        assertEquals(
                Set.of("age band", "legal status", "sex", Category.UNACCOMPANIED),
                observations.stream()
                        .map(observation -> Category.of(observation.series()).breakdown())
                        .collect(Collectors.toSet()));
    }

    private static TableRequest request(String file, ImportLog log) {
        return new TableRequest(
                Aldermoor.FOLDER.resolve(file),
                file,
                geography -> geography.equals(LSOA) ? CODES : Set.of(),
                log,
                Progress.SILENT);
    }

    private static void allAccepted(ImportLog log, int rows) {
        ImportReport report = log.toReport();
        assertEquals(rows, report.read(), report.toString());
        assertEquals(rows, report.accepted(), report.toString());
        assertEquals(0, report.repaired());
        assertEquals(0, report.refused());
        assertEquals(0, report.outside());
    }
}
