package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerRow;
import org.needscape.service.SelectionService.Answer;
import org.needscape.service.SelectionService.Selection;

/** Children of a stock are counted once: more of them than live in an area cannot be, and is said wherever it would show. */
class MoreThanLiveTest {

    private static final String IN_WORDS =
            "More children in need (2025) are counted than children aged 0 to 17 live there (2025), which"
                    + " cannot be, in E01000001 (Square 1, 41 children): ";
    private static final String OF_AN_IMPORT = IN_WORDS
            + "the figures are kept as they were sent, and no rate is shown there. Correct the counts or the population and import"
            + " them again.";

    @TempDir
    private Path folder;

    private CountedSquares squares;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("more-than-live", folder);
        // Square 1 is in the most deprived tenth, square 2 in the least.
        squares.store.write(session -> {
            session.observations()
                    .saveIndicators(List.of(new Indicator(
                            SeriesCatalog.IMD_DECILE,
                            "Decile",
                            "decile",
                            Polarity.NOT_STATED,
                            "Deprivation",
                            Indicator.NOT_STATED,
                            Indicator.NOT_STATED,
                            "Nobody",
                            "Open",
                            Sensitivity.OPEN)));
            SeriesKey key = new SeriesKey(
                    new IndicatorId("imd-decile"), CountedSquares.LSOA, new Period("2025"), SeriesKey.ALL, "2025");
            session.observations().save(1, List.of(decile(key, "E01000001", 1), decile(key, "E01000002", 10)));
            return key;
        });
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void importOfCountsSaysItAndKeepsThem() {
        squares.importChildren(41, 900);
        squares.importCounts(Measure.CIN, "80", "30");

        assertEquals(List.of(OF_AN_IMPORT), squares.last.notes());
        LayerRow row = rates().rows().get(0);
        assertEquals(ValueState.NOT_AVAILABLE, row.value().state());
        assertEquals(Value.known(80), rates().number(row, "count"));
        assertEquals(ValueState.NOT_AVAILABLE, rates().number(row, "upper").state());
        assertTrue(rates().cautions().contains(IN_WORDS + "no rate is shown there."), rates().cautions()::toString);
        assertEquals(333.3, rates().rows().get(1).value().number().orElseThrow(), 1e-9);
    }

    @Test
    void importOfThePopulationSaysItOfCountsThatWereThere() {
        squares.importCounts(Measure.CIN, "80", "30");
        assertEquals(List.of(), squares.last.notes());

        squares.importChildren(41, 900);

        assertEquals(List.of(OF_AN_IMPORT), squares.last.notes());
    }

    @Test
    void asManyAsLiveThereMayBe() {
        squares.importChildren(41, 900);
        squares.importCounts(Measure.CIN, "41", "30");

        assertEquals(List.of(), squares.last.notes());
        assertEquals(Value.known(10_000), rates().rows().get(0).value());
    }

    @Test
    void whoStartsMayStartTwice() {
        squares.importChildren(41, 900);
        squares.importCounts(Measure.CIN_STARTS, "80", "30");

        assertEquals(List.of(), squares.last.notes());
        assertTrue(layer("rate-cin-starts-2025").rows().get(0).value().isKnown());
    }

    /** With 3 children a hidden count of 4 or 5 would be told by saying that it is more; with 29, a rate that is hidden. */
    @Test
    void nothingIsSaidOfWhatIsHidden() {
        squares.importChildren(3, 29);
        squares.importCounts(Measure.CIN, "5", "33");

        assertEquals(List.of(), squares.last.notes());
        rates().rows()
                .forEach(row -> assertEquals(ValueState.SUPPRESSED, row.value().state()));
        assertFalse(rates().cautions().toString().contains("cannot be"));
    }

    @Test
    void tenthWithMoreThanLiveThereIsLeftOutOfTheGradientAndSaid() throws Exception {
        squares.importChildren(41, 900);
        squares.importCounts(Measure.CIN, "80", "30");

        JsonNode gradient = new JsonMapper()
                .readTree(new GradientService(squares.store, squares.observations)
                        .get(CountedSquares.COUNTY, "cin-2025"));

        assertEquals(List.of("10"), gradient.required("deciles").findValuesAsText("label"));
        assertTrue(
                gradient.required("notes")
                        .toString()
                        .contains(
                                "Decile 1 is left out: more children in need are counted there than children live there,"
                                        + " which cannot be."),
                gradient.toString());
        assertTrue(gradient.required("notes")
                .toString()
                .contains(IN_WORDS + "their tenth of deprivation holds the figures as they were sent."));
        assertTrue(gradient.required("sii").isNull());
    }

    @Test
    void chosenAreasHaveNoRateEither() {
        squares.importChildren(41, 900);
        squares.importCounts(Measure.CIN, "80", "30");
        SelectionService selections = new SelectionService(squares.store, squares.observations);

        Answer one = selections.count(CountedSquares.COUNTY, selection("E01000001"));
        Answer both = selections.count(CountedSquares.COUNTY, selection("E01000001", "E01000002"));

        assertEquals(Value.known(80), one.count());
        assertEquals(Value.notAvailable(), one.rate());
        assertEquals(
                "No rate is shown: more children in need are counted there than children live there, which cannot be.",
                one.cautions().get(0));
        assertEquals(10_000.0 * 110 / 941, both.rate().number().orElseThrow(), 1e-9);
        assertFalse(both.cautions().toString().contains("No rate"));
    }

    private Layer rates() {
        return layer("rate-cin-2025");
    }

    private Layer layer(String id) {
        return new LayerService(squares.store, squares.observations).get(new LayerId(id));
    }

    private static Selection selection(String... codes) {
        return new Selection(
                Measure.CIN,
                new Period("2025"),
                CountedSquares.LSOA,
                java.util.Arrays.stream(codes).map(AreaCode::new).toList());
    }

    private static Observation decile(SeriesKey key, String code, int decile) {
        return new Observation(
                key, new AreaCode(code), Value.known(decile), Set.of(), Value.notAvailable(), Value.notAvailable());
    }
}
