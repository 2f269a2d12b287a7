package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Measure;
import org.needscape.indicator.SeriesKey;
import org.needscape.store.ObservationStore.StoredSeries;

/** Of families one figure is told, and only where it tells of no child. */
class DesignEffectTest {

    @TempDir
    private Path folder;

    private CountyStore county;

    @BeforeEach
    void openStore() {
        county = new CountyStore(folder, 5);
    }

    @AfterEach
    void closeStore() {
        county.close();
    }

    /** 30 + 40 + 20 + 10 + 0 = 100 children; 50 + 60 + 36 + 18 = 164, and 164 / 100 = 1.64, which is told as 1.6. */
    @Test
    void oneFigureIsToldToOneDecimal() {
        county.importFamilies("30,50", "40,60", "20,36", "10,18", "0,0");

        assertEquals(OptionalDouble.of(1.6), county.designEffect());
    }

    @Test
    void areaWithoutChildrenNeedsNoFamilies() {
        county.importFamilies("30,50", "40,60", "20,36", "10,18", "0,");

        assertEquals(OptionalDouble.of(1.6), county.designEffect());
    }

    @Test
    void nothingIsToldWhereOneAreaSaysNothing() {
        county.importFamilies("30,50", "40,60", "20,36", "10,", "0,0");

        assertEquals(OptionalDouble.empty(), county.designEffect());
    }

    @Test
    void nothingIsToldWithoutTheColumn() {
        county.importCounts(30, 40, 20, 10, 0);

        assertEquals(OptionalDouble.empty(), county.designEffect());
    }

    /** Of 99 children a step of the figure would be fewer pairs of brothers and sisters than the 5 that are hidden. */
    @Test
    void nothingIsToldOfFewChildren() {
        county.importFamilies("29,49", "40,60", "20,36", "10,18", "0,0");

        assertEquals(OptionalDouble.empty(), county.designEffect());
    }

    @Test
    void moreChildrenAreNeededWhereMoreIsHidden() {
        county.importFamilies("30,50", "40,60", "20,36", "10,18", "0,0");
        county.store().write(session -> {
            long dataset = session.datasets().list().get(1).id();
            DatasetPolicy draft = DatasetPolicy.draft(dataset);
            session.protection()
                    .savePolicy(new DatasetPolicy(
                            dataset,
                            new DisclosurePolicy(6),
                            draft.exactAudience(),
                            draft.keepUntil(),
                            draft.marking(),
                            draft.state()));
            return dataset;
        });

        assertEquals(OptionalDouble.empty(), county.designEffect());
    }

    /** 104 / 100 rounds to 1.0: that nearly everybody came alone would say something of each of them. */
    @Test
    void nothingIsToldWhereNearlyAllComeAlone() {
        county.importFamilies("30,32", "40,42", "20,20", "10,10", "0,0");

        assertEquals(OptionalDouble.empty(), county.designEffect());
    }

    /** The squares that are there belong to counts that are not there any more. */
    @Test
    void correctionThatSaysNothingOfFamiliesEndsIt() {
        county.importFamilies("30,50", "40,60", "20,36", "10,18", "0,0");
        county.importCounts(31, 39, 20, 10, 0);
        assertEquals(OptionalDouble.empty(), county.designEffect());

        county.importFamilies("31,", "39,59", "20,36", "10,18", "0,0");
        assertEquals(OptionalDouble.empty(), county.designEffect());

        county.importFamilies("31,51", "39,59", "20,36", "10,18", "0,0");
        assertEquals(OptionalDouble.of(1.6), county.designEffect());
    }

    @Test
    void nobodyElseSeesThatTheSeriesIsThere() {
        county.importFamilies("30,50", "40,60", "20,36", "10,18", "0,0");
        ProtectedObservations observations = county.observations();
        SeriesKey families = new SeriesKey(
                Measure.CLA.familiesSquaredId(), CountyStore.LSOA, CountyStore.YEAR, SeriesKey.ALL, "local records");

        county.store().read(session -> {
            List<SeriesKey> kept = session.observations().listSeries(CountyStore.COUNTY).stream()
                    .map(StoredSeries::key)
                    .toList();
            assertTrue(kept.contains(families), kept::toString);
            assertFalse(observations.listSeries(session, CountyStore.COUNTY).stream()
                    .anyMatch(series -> series.key().equals(families)));
            assertFalse(observations.listIndicators(session).containsKey(families.indicator()));
            assertEquals(Map.of(), observations.listValues(session, families, CountyStore.COUNTY));
            assertEquals(
                    Map.of(),
                    new ExactObservations(Clock.systemUTC()).listValues(session, families, CountyStore.COUNTY));
            return kept;
        });
    }

    @Test
    void itGoesWithItsDataSet() {
        county.importFamilies("30,50", "40,60", "20,36", "10,18", "0,0");

        county.store().write(session -> session.observations()
                .forget(session.datasets().list().get(1).id()));

        assertEquals(
                List.of(), county.store().read(session -> session.observations().listSeries(CountyStore.COUNTY)));
        assertEquals(OptionalDouble.empty(), county.designEffect());
    }
}
