package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.ExtentName;
import org.needscape.progress.Progress;

class PlaceCoOccurrenceServiceTest {

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private PlaceCoOccurrenceService places;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("places", folder);
        places = new PlaceCoOccurrenceService(squares.store, squares.observations);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void extentWithFewerThanTwoMeasuresSaysWhatItTakes() {
        assertEquals(
                "The extent tiny has fewer than two measures that say which end means more need: import them first.",
                assertThrows(NotFoundException.class, () -> places.json(CountedSquares.COUNTY))
                        .getMessage());
        assertThrows(NotFoundException.class, () -> places.json(new ExtentName("elsewhere")));
    }

    @Test
    void twoSquaresAreTooFewForACorrelationAndBothEndsOfNeedAreTurnedTheSameWay() throws IOException {
        importIndicators();
        JsonNode found = json();

        assertEquals("places, not children", found.required("about").textValue());
        assertEquals(3, found.required("pairs").size());
        JsonNode turned = found.required("pairs").required(0);
        // More of the first and less of the second mean more need: both are highest in the second square.
        assertEquals("first", turned.required("first").textValue());
        assertEquals("second", turned.required("second").textValue());
        assertTrue(turned.required("correlation").isNull());
        assertEquals(1, turned.required("areasHighInBoth").intValue());
        assertEquals(0.5, turned.required("expectedAreasHighInBoth").doubleValue());
        assertEquals(2, turned.required("lift").doubleValue());
    }

    @Test
    void hiddenValueTakesNoPart() throws IOException {
        importIndicators();
        JsonNode hidden = json().required("pairs").required(1);

        assertEquals("third", hidden.required("second").textValue());
        assertEquals(1, hidden.required("areas").intValue());
        assertEquals(1, hidden.required("areasLeftOut").intValue());
        assertFalse(
                new String(places.json(CountedSquares.COUNTY).bytes(false), StandardCharsets.UTF_8).contains("NaN"));
    }

    private void importIndicators() throws IOException {
        Path book = Files.write(
                folder.resolve("codebook.csv"),
                List.of(
                        "indicator_id,label,unit,period,higher_means,source,numerator,denominator,sensitivity",
                        "first,First,percent,2024,more need,Somebody,,,open",
                        "second,Second,percent,2024,less need,Somebody,,,open",
                        "third,Third,percent,2024,more need,Somebody,,,open"));
        Path table = Files.write(
                folder.resolve("wide.csv"),
                List.of("LSOA21CD,first,second,third", "E01000001,10,9,c", "E01000002,30,3,5"));
        squares.imports.run(
                new ImportRequest(
                        ImportKind.INDICATORS,
                        table,
                        "wide.csv",
                        ImportRequest.Options.none()
                                .withGeography(CountedSquares.LSOA)
                                .withCodebook(book, "codebook.csv")),
                Progress.SILENT);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(places.json(CountedSquares.COUNTY).bytes(false));
    }
}
