package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.LOOKED_AFTER;
import static org.needscape.store.TinyCounty.LOOKED_AFTER_2020;
import static org.needscape.store.TinyCounty.LSOA;
import static org.needscape.store.TinyCounty.code;
import static org.needscape.store.TinyCounty.known;
import static org.needscape.store.TinyCounty.load;
import static org.needscape.store.TinyCounty.series;
import static org.needscape.store.TinyCounty.square;
import static org.needscape.store.TinyCounty.squares;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.indicator.ValueState;
import org.needscape.store.ObservationStore.StoredSeries;

/** What every store promises about indicators and observations. */
public abstract class ObservationStoreContractTest {

    private static final ExtentName SOUTH = new ExtentName("south");

    protected Store store;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyStateComesBackAsItself() {
        load(store, 1, 25);
        List<Value> values = List.of(
                Value.known(0),
                Value.suppressed(),
                Value.notAvailable(),
                Value.notApplicable(),
                Value.low(),
                Value.known(-12.5),
                Value.known(0.1 + 0.2),
                Value.known(Double.MIN_VALUE),
                Value.known(Double.MAX_VALUE));
        List<Observation> given = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            given.add(new Observation(
                    LOOKED_AFTER_2020,
                    code(i + 1),
                    values.get(i),
                    Set.of(),
                    values.get((i + 1) % values.size()),
                    values.get((i + 2) % values.size())));
        }
        save(given);
        assertEquals(given, List.copyOf(listExact().values()));
    }

    @Test
    void suppressedValueIsNeverZeroNorMissing() {
        load(store, 1, 2);
        save(List.of(TinyCounty.of(1, Value.suppressed())));
        Value found = listExact().get(code(1)).value();
        assertEquals(ValueState.SUPPRESSED, found.state());
        assertTrue(found.number().isEmpty());
        assertTrue(!listExact().containsKey(code(2)), "an area without an observation is absent");
    }

    @Test
    void everySetOfFlagsComesBackAsItself() {
        load(store, 1, 16);
        List<Observation> given = new ArrayList<>();
        for (int bits = 0; bits < 16; bits++) {
            Set<ValueFlag> flags = EnumSet.noneOf(ValueFlag.class);
            for (ValueFlag flag : ValueFlag.values()) {
                if ((bits >> flag.ordinal() & 1) == 1) {
                    flags.add(flag);
                }
            }
            given.add(new Observation(
                    LOOKED_AFTER_2020, code(bits + 1), Value.known(bits), flags, Value.low(), Value.known(9)));
        }
        save(given);
        assertEquals(given, List.copyOf(listExact().values()));
    }

    @Test
    void observationOfTheSameKeyReplacesTheOlderOne() {
        load(store, 1, 3);
        save(List.of(known(LOOKED_AFTER_2020, 1, 1), known(LOOKED_AFTER_2020, 2, 2)));
        save(List.of(
                TinyCounty.of(2, Value.suppressed()), known(LOOKED_AFTER_2020, 3, 3), known(LOOKED_AFTER_2020, 3, 33)));
        assertEquals(
                Map.of(
                        code(1), known(LOOKED_AFTER_2020, 1, 1),
                        code(2), TinyCounty.of(2, Value.suppressed()),
                        code(3), known(LOOKED_AFTER_2020, 3, 33)),
                listExact());
    }

    @Test
    void observationsOfTwoExtentsAreReadApart() {
        long dataset = load(store, 1, 3);
        store.write(session -> {
            session.areas().saveExtent(new Extent(SOUTH, "South", false));
            session.areas().saveAreas(SOUTH, dataset, squares(2, 5));
            return true;
        });
        List<Observation> given = new ArrayList<>();
        for (int number = 5; number >= 1; number--) {
            given.add(known(LOOKED_AFTER_2020, number, number));
        }
        save(given);
        assertEquals(List.of(code(1), code(2), code(3)), List.copyOf(listExact().keySet()));
        Map<AreaCode, Observation> south =
                store.read(session -> session.observations().listExact(LOOKED_AFTER_2020, SOUTH));
        assertEquals(List.of(code(2), code(3), code(4), code(5)), List.copyOf(south.keySet()));
        assertEquals(known(LOOKED_AFTER_2020, 2, 2), south.get(code(2)));
    }

    @Test
    void seriesAreListedByIndicatorAndPeriodWithTheirDataSets() {
        load(store, 1, 2);
        Indicator other = indicator("a-first", Sensitivity.OPEN);
        store.write(session -> {
            session.observations().saveIndicators(List.of(other));
            return true;
        });
        SeriesKey ofOther = new SeriesKey(other.id(), LSOA, new Period("2021"), "girls", "second");
        SeriesKey later = series("2021");
        long first = save(
                List.of(known(later, 1, 1), known(later, 2, 1), known(ofOther, 1, 1), known(LOOKED_AFTER_2020, 1, 1)));
        long second = save(List.of(known(later, 2, 2)));

        List<StoredSeries> listed = listSeries(COUNTY.name());
        assertEquals(
                List.of(ofOther, LOOKED_AFTER_2020, later),
                listed.stream().map(StoredSeries::key).toList());
        assertEquals(
                List.of(List.of(first), List.of(first), List.of(first, second)),
                listed.stream().map(StoredSeries::datasets).toList());
        save(List.of(known(later, 1, 5)));
        assertEquals(
                List.of(second, second + 1), listSeries(COUNTY.name()).get(2).datasets());
        Map<SeriesKey, Map<AreaCode, Observation>> many =
                store.read(session -> session.observations().listExact(List.of(later, series("1999")), COUNTY.name()));
        assertEquals(
                Map.of(
                        later,
                        Map.of(code(1), known(later, 1, 5), code(2), known(later, 2, 2)),
                        series("1999"),
                        Map.of()),
                many);
    }

    @Test
    void seriesWithoutAreasOfTheExtentAreNotListed() {
        long dataset = load(store, 1, 1);
        store.write(session -> {
            session.areas().saveExtent(new Extent(SOUTH, "South", false));
            session.areas().saveAreas(SOUTH, dataset, List.of(square(2)));
            return true;
        });
        save(List.of(known(LOOKED_AFTER_2020, 2, 1)));
        assertEquals(List.of(), listSeries(COUNTY.name()));
        assertEquals(1, listSeries(SOUTH).size());
        store.write(session -> {
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(square(2)));
            return true;
        });
        assertEquals(
                List.of(LOOKED_AFTER_2020),
                listSeries(COUNTY.name()).stream().map(StoredSeries::key).toList(),
                "the area joined the extent after its values were imported");
    }

    @Test
    void contentHashIsThatOfTheValues() {
        load(store, 1, 3);
        save(List.of(known(LOOKED_AFTER_2020, 1, 0), TinyCounty.of(2, Value.low())));
        String first = hash(COUNTY.name());
        save(List.of(TinyCounty.of(2, Value.low()), known(LOOKED_AFTER_2020, 1, 0)));
        assertEquals(first, hash(COUNTY.name()), "the same file again");

        save(List.of(TinyCounty.of(1, Value.suppressed())));
        String suppressed = hash(COUNTY.name());
        assertNotEquals(first, suppressed, "suppressed is not zero");
        save(List.of(TinyCounty.of(1, Value.notAvailable())));
        assertNotEquals(suppressed, hash(COUNTY.name()));
        save(List.of(new Observation(
                LOOKED_AFTER_2020,
                code(1),
                Value.known(0),
                Set.of(ValueFlag.REVISED),
                Value.notAvailable(),
                Value.notAvailable())));
        assertNotEquals(first, hash(COUNTY.name()), "a flag counts");
        save(List.of(known(LOOKED_AFTER_2020, 1, 0)));
        assertEquals(first, hash(COUNTY.name()), "back to what it was");
        save(List.of(known(LOOKED_AFTER_2020, 3, 0)));
        assertNotEquals(first, hash(COUNTY.name()), "one more area");
    }

    @Test
    void contentHashOfOneExtentDoesNotDependOnAnother() {
        long dataset = load(store, 1, 2);
        save(List.of(known(LOOKED_AFTER_2020, 1, 4), known(LOOKED_AFTER_2020, 2, 5)));
        String alone = hash(COUNTY.name());
        store.write(session -> {
            session.areas().saveExtent(new Extent(SOUTH, "South", false));
            session.areas().saveAreas(SOUTH, dataset, squares(3, 4));
            return true;
        });
        save(List.of(known(LOOKED_AFTER_2020, 3, 6)));
        assertEquals(alone, hash(COUNTY.name()));
        assertNotEquals(alone, hash(SOUTH));
    }

    @Test
    void seriesWithinAWriteAreAsWritten() {
        long dataset = load(store, 1, 2);
        store.write(session -> {
            session.observations().save(dataset, List.of(known(LOOKED_AFTER_2020, 2, 5)));
            assertEquals(
                    Map.of(code(2), known(LOOKED_AFTER_2020, 2, 5)),
                    session.observations().listExact(LOOKED_AFTER_2020, COUNTY.name()));
            assertEquals(
                    List.of(LOOKED_AFTER_2020),
                    session.observations().listSeries(COUNTY.name()).stream()
                            .map(StoredSeries::key)
                            .toList());
            return true;
        });
    }

    @Test
    void dataSetThatIsForgottenLeavesNothingBehind() {
        load(store, 1, 3);
        SeriesKey later = series("2021");
        long first = save(List.of(known(LOOKED_AFTER_2020, 1, 1), known(later, 1, 10), known(later, 2, 20)));
        String before = hash(COUNTY.name());
        long second = save(List.of(known(LOOKED_AFTER_2020, 2, 2), known(later, 2, 21)));

        assertEquals(2, (int) store.write(session -> session.observations().forget(second)));

        assertEquals(Map.of(code(1), known(LOOKED_AFTER_2020, 1, 1)), listExact());
        assertEquals(before, hash(COUNTY.name()), "back to what it was");
        assertEquals(
                List.of(List.of(first), List.of(first)),
                listSeries(COUNTY.name()).stream().map(StoredSeries::datasets).toList());
        assertEquals(
                2, (int) store.write(session -> session.observations().forget(first)), "one of three was replaced");
        assertEquals(List.of(), listSeries(COUNTY.name()));
        assertEquals(Map.of(), listExact());
        assertEquals(
                3, store.read(session -> session.datasets().list()).size(), "that there were imports is still known");
    }

    @Test
    void nothingIsForgottenOfADataSetWithoutObservations() {
        long boundaries = load(store, 1, 2);
        save(List.of(known(LOOKED_AFTER_2020, 1, 1)));
        String before = store.read(StoreSession::revision);
        for (long dataset : List.of(boundaries, 99L)) {
            assertEquals(0, (int) store.write(session -> session.observations().forget(dataset)));
        }
        assertEquals(Map.of(code(1), known(LOOKED_AFTER_2020, 1, 1)), listExact());
        assertEquals(before, store.read(StoreSession::revision));
    }

    @Test
    void observationsAreForgottenAndSavedAnewInOneWrite() {
        load(store, 1, 2);
        long dataset = save(List.of(known(LOOKED_AFTER_2020, 1, 1), known(LOOKED_AFTER_2020, 2, 2)));
        String before = hash(COUNTY.name());
        store.write(session -> {
            session.observations().save(dataset, List.of(known(LOOKED_AFTER_2020, 1, 9)));
            assertEquals(2, session.observations().forget(dataset), "what was still waiting counts too");
            assertEquals(List.of(), session.observations().listSeries(COUNTY.name()));
            session.observations().save(dataset, List.of(known(LOOKED_AFTER_2020, 2, 2)));
            session.observations().save(dataset, List.of(known(LOOKED_AFTER_2020, 1, 1)));
            return true;
        });
        assertEquals(
                Map.of(code(1), known(LOOKED_AFTER_2020, 1, 1), code(2), known(LOOKED_AFTER_2020, 2, 2)), listExact());
        assertEquals(before, hash(COUNTY.name()));
    }

    @Test
    void dataSetIsForgottenInEveryExtent() {
        long boundaries = load(store, 1, 2);
        store.write(session -> {
            session.areas().saveExtent(new Extent(SOUTH, "South", false));
            session.areas().saveAreas(SOUTH, boundaries, squares(2, 3));
            return true;
        });
        save(List.of(known(LOOKED_AFTER_2020, 3, 3)));
        String before = hash(SOUTH);
        long wrong = save(List.of(known(LOOKED_AFTER_2020, 1, 1), known(LOOKED_AFTER_2020, 2, 2)));
        assertEquals(2, (int) store.write(session -> session.observations().forget(wrong)));
        assertEquals(List.of(), listSeries(COUNTY.name()));
        assertEquals(before, hash(SOUTH));
    }

    @Test
    void observationsOfUnknownAreasAndIndicatorsAreRefused() {
        load(store, 1, 1);
        IllegalArgumentException noArea =
                assertThrows(IllegalArgumentException.class, () -> save(List.of(known(LOOKED_AFTER_2020, 2, 1))));
        assertEquals("The store has no area E00000002 (lsoa-2011).", noArea.getMessage());
        SeriesKey otherVintage = new SeriesKey(
                LOOKED_AFTER.id(), Geography.parse("lsoa-2021"), new Period("2020"), SeriesKey.ALL, "first");
        assertThrows(IllegalArgumentException.class, () -> save(List.of(known(otherVintage, 1, 1))));
        SeriesKey unknown = new SeriesKey(new IndicatorId("nothing"), LSOA, new Period("2020"), SeriesKey.ALL, "first");
        IllegalArgumentException noIndicator =
                assertThrows(IllegalArgumentException.class, () -> save(List.of(known(unknown, 1, 1))));
        assertEquals("The store has no indicator nothing.", noIndicator.getMessage());
    }

    @Test
    void indicatorsAreReplacedAndListedById() {
        Indicator open = indicator("b-open", Sensitivity.OPEN);
        Indicator replaced = indicator("a-other", Sensitivity.OPEN);
        Indicator replacement = indicator("a-other", Sensitivity.RESTRICTED);
        store.write(session -> {
            session.observations().saveIndicators(List.of(open, replaced));
            session.observations().saveIndicators(List.of(replaced, replacement, LOOKED_AFTER));
            return true;
        });
        assertEquals(List.of(replacement, open, LOOKED_AFTER), store.read(session -> session.observations()
                .listIndicators()));
        assertEquals(
                replacement,
                store.read(session -> session.observations().findIndicator(new IndicatorId("a-other")))
                        .orElseThrow());
    }

    private long save(List<Observation> observations) {
        return store.write(session -> {
            long dataset = session.datasets().add(TinyCounty.dataset("values.csv"));
            session.observations().save(dataset, observations);
            return dataset;
        });
    }

    private Map<AreaCode, Observation> listExact() {
        return store.read(session -> session.observations().listExact(LOOKED_AFTER_2020, COUNTY.name()));
    }

    private List<StoredSeries> listSeries(ExtentName extent) {
        return store.read(session -> session.observations().listSeries(extent));
    }

    private String hash(ExtentName extent) {
        return listSeries(extent).get(0).contentHash();
    }

    private static Indicator indicator(String id, Sensitivity sensitivity) {
        return new Indicator(
                new IndicatorId(id),
                "Label of " + id,
                "percent",
                Polarity.LOWER_IS_MORE_NEED,
                "Theme",
                Indicator.NOT_STATED,
                Indicator.NOT_STATED,
                "Publisher",
                "Licence",
                sensitivity);
    }
}
