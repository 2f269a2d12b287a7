package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerRow;
import org.needscape.progress.Progress;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.ExactExport.Reason;
import org.needscape.service.ExactExport.Recipient;
import org.needscape.store.ExactUse;

class ExactExportTest {

    private static final LayerId LAYER = new LayerId("indicator-carers-2025-lsoa-2021");
    private static final Recipient ANALYST = new Recipient(" A. Analyst ");
    private static final Reason REVIEW = new Reason(" case review\nof March ");

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private LayerService layers;
    private ExactExport export;
    private long dataset;

    @BeforeEach
    void importSmallCounts() {
        squares = new CountedSquares("exact-export", folder);
        dataset = squares.importIndicator("carers", "restricted");
        squares.keep(CountedSquares.agreed(dataset, 10, ReleaseState.DRAFT));
        ProtectedObservations observations = new ProtectedObservations(squares.clock);
        layers = new LayerService(squares.store, observations);
        export = new ExactExport(
                squares.store, observations, layers, new DocumentService(squares.store, layers), squares.clock);
    }

    @AfterEach
    void close() {
        squares.close();
    }

    @Test
    void exactValuesAreGivenMarkedAndRecorded() throws IOException {
        String csv = csv(export.take(LAYER, ANALYST, REVIEW));

        List<String> lines = csv.lines().toList();
        assertTrue(lines.get(1).startsWith("E01000001,Square 1,,7,known,"), csv);
        assertTrue(lines.get(2).startsWith("E01000002,Square 2,,9,known,"), csv);
        assertTrue(
                lines.stream()
                        .skip(1)
                        .allMatch(line -> line.endsWith(",known,EXACT VALUES. Not for publication: shows"
                                + " counts that are hidden everywhere else.")),
                csv);
        assertEquals(
                List.of(new ExactUse(
                        Instant.parse("2026-11-03T12:00:00.123456Z"),
                        "A. Analyst",
                        LAYER.value(),
                        "case review\nof March")),
                uses());
    }

    @Test
    void everybodyElseStillSeesThemHidden() {
        Layer before = layers.get(LAYER);
        export.take(LAYER, ANALYST, REVIEW);

        assertEquals(before, layers.get(LAYER));
        assertEquals(
                List.of(Value.suppressed(), Value.suppressed()),
                layers.get(LAYER).rows().stream().map(LayerRow::value).toList());
    }

    @Test
    void markingOfTheDataSetsAndTheirLastDayAreNotLost() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.take(LAYER, ANALYST, REVIEW).writeCsvMetadata("carers.csv", out);

        String metadata = out.toString(StandardCharsets.UTF_8);
        assertTrue(metadata.contains("\"dc:title\" : \"A label, 2025 (exact values)\""), metadata);
        assertTrue(metadata.contains("The data sets are marked: Official: county use"), metadata);
        assertTrue(metadata.contains("\"keepUntil\" : \"2026-12-31\""), metadata);
        assertTrue(metadata.contains("nothing is hidden."), metadata);
    }

    @Test
    void approvalOfTheFiguresIsNoneOfTheirExactValues() throws IOException {
        squares.datasets.approve(dataset, new Signature("A. Lead"), Progress.SILENT);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.take(LAYER, ANALYST, REVIEW).writeCsvMetadata("carers.csv", out);

        String metadata = out.toString(StandardCharsets.UTF_8);
        assertTrue(metadata.contains("\"state\" : \"draft\""), metadata);
        assertTrue(metadata.contains("\"approvedBy\" : \"\""), metadata);
    }

    @Test
    void layerThatHidesNothingIsRefusedWithoutARecord() {
        squares.importIndicator("trees", "open");

        RejectedException refused = assertThrows(
                RejectedException.class,
                () -> export.take(new LayerId("indicator-trees-2025-lsoa-2021"), ANALYST, REVIEW));

        assertEquals(
                "The layer indicator-trees-2025-lsoa-2021 holds nothing that is hidden: export it without --exact.",
                refused.getMessage());
        assertEquals(List.of(), uses());
    }

    @Test
    void whatIsWithdrawnIsNotThereForAnybody() {
        squares.keep(CountedSquares.agreed(dataset, 10, ReleaseState.WITHDRAWN));

        assertThrows(NotFoundException.class, () -> export.take(LAYER, ANALYST, REVIEW));

        assertEquals(List.of(), uses());
    }

    @Test
    void whatIsPastItsLastDayIsNotThereForAnybody() {
        squares.clock.moveTo("2027-01-01T00:00:00Z");

        assertThrows(NotFoundException.class, () -> export.take(LAYER, ANALYST, REVIEW));

        assertEquals(List.of(), uses());
    }

    @Test
    void nameAndReasonSaySomething() {
        assertEquals(
                "The name of who uses exact values is empty: write something. Nothing was changed.",
                assertThrows(IllegalArgumentException.class, () -> new Recipient(" "))
                        .getMessage());
        assertEquals(
                "The reason for using exact values is empty: write something. Nothing was changed.",
                assertThrows(IllegalArgumentException.class, () -> new Reason("\n"))
                        .getMessage());
        assertEquals(1000, new Reason("x".repeat(1000)).text().length());
        assertEquals(
                "The reason for using exact values has 1001 characters: write at most 1000. Nothing was changed.",
                assertThrows(IllegalArgumentException.class, () -> new Reason("x".repeat(1001)))
                        .getMessage());
    }

    private List<ExactUse> uses() {
        return new ExactUseRegister(squares.store).list();
    }

    private static String csv(ExactExport.ExactLayer layer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layer.write(LayerFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
