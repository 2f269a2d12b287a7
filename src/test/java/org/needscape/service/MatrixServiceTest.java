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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.ExtentName;
import org.needscape.progress.Progress;
import org.needscape.service.MatrixService.Question;
import org.needscape.store.Dataset;

class MatrixServiceTest {

    private static final List<String> CODEBOOK = List.of(
            "indicator_id,label,unit,period,higher_means,source,numerator,denominator,sensitivity",
            "first,First,percent,2024,more need,Somebody,Those,All,open",
            "second,Second,percent,2024,less need,Somebody,,,open",
            "third,Third,percent,2024,more need,Somebody,,,open",
            "fourth,Fourth,percent,2024,more need,Somebody,,,open");

    private static final List<String> TABLE = List.of(
            "LSOA21CD,first,second,third,fourth",
            "E01000001,10,1,5,5",
            "E01000002,20,2,5,5",
            "E01000003,30,3,5,7",
            "E01000004,c,4,5,z");

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private MatrixService matrices;

    @BeforeEach
    void openStore() {
        squares = new CountedSquares("matrix", folder);
        squares.store.write(session -> {
            long boundaries = session.datasets()
                    .add(new Dataset(
                            0, "boundaries", "Squares", "Nobody", "Open", "more.zip", "", 4, CountedSquares.NOON));
            session.areas()
                    .saveAreas(
                            CountedSquares.COUNTY,
                            boundaries,
                            IntStream.rangeClosed(1, 4)
                                    .mapToObj(CountedSquares::square)
                                    .toList());
            return boundaries;
        });
        DocumentService layers =
                new DocumentService(squares.store, new LayerService(squares.store, squares.observations));
        matrices = new MatrixService(squares.store, squares.observations, new Adjacency(), layers);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void extentWithoutNeedScoreHasNoMatrixAndSaysWhatItTakes() {
        assertEquals(List.of(), matrices.list(CountedSquares.COUNTY));
        String said = assertThrows(NotFoundException.class, () -> document(MatrixFormat.JSON))
                .getMessage();
        assertEquals(
                "The extent tiny has no need score, and so no need matrix: it takes at least 3 measures that are no bare"
                        + " counts and whose codebook says which end means more need. Import them first.",
                said);
        assertThrows(NotFoundException.class, () -> matrices.list(new ExtentName("nowhere")));
    }

    @Test
    void extentWithNeedScoreHasOneMatrixOfItsGeography() throws Exception {
        importIndicators(CODEBOOK, TABLE);

        MatrixService.Heading only = matrices.list(CountedSquares.COUNTY).get(0);
        assertEquals(1, matrices.list(CountedSquares.COUNTY).size());
        assertEquals("Need matrix, default scoring method", only.title());
        assertEquals(CountedSquares.LSOA, only.geography());
        assertThrows(
                NotFoundException.class,
                () -> matrices.document(Question.of(CountedSquares.COUNTY, "other"), MatrixFormat.CSV));
    }

    @Test
    void standardisedValuesAreMadeOfShownValuesAndTurnedTowardsNeed() throws Exception {
        importIndicators(CODEBOOK, TABLE);

        JsonNode matrix = json();

        assertEquals(List.of("first", "fourth", "second"), texts(matrix.required("factors"), "id"));
        assertEquals("[-1, -0.57735, 1.161895]", standardised(matrix, 0));
        assertEquals("[0, -0.57735, 0.387298]", standardised(matrix, 1));
        assertEquals("[1, 1.154701, -0.387298]", standardised(matrix, 2));
        assertEquals(
                List.of("suppressed", "not-applicable", "known"),
                texts(matrix.required("rows").required(3).required("values"), "state"));
        assertEquals("[null, null, -1.161895]", standardised(matrix, 3));
    }

    @Test
    void areaOfWhichTooLittleIsKnownHasNoScoreAndSaysWhy() throws Exception {
        importIndicators(CODEBOOK, TABLE);

        JsonNode row = json().required("rows").required(3);

        assertEquals("suppressed", row.required("state").textValue());
        assertTrue(row.required("score").isNull());
        assertTrue(row.required("rank").isNull());
        assertEquals(0.333, row.required("coverage").doubleValue());
        assertEquals(1, json().required("rows").required(2).required("rank").intValue());
    }

    @Test
    void factorIsDescribedAndOneThatDoesNotVaryIsLeftOutWithANotice() throws Exception {
        importIndicators(CODEBOOK, TABLE);

        JsonNode matrix = json();
        JsonNode first = matrix.required("factors").required(0);
        JsonNode second = matrix.required("factors").required(2);

        assertEquals("Those", first.required("numerator").textValue());
        assertEquals("not stated", second.required("denominator").textValue());
        assertEquals("lower means more need", second.required("polarity").textValue());
        assertEquals(20, first.required("mean").doubleValue());
        assertEquals(10, first.required("standardDeviation").doubleValue());
        assertEquals(3, first.required("shown").intValue());
        assertEquals(1, first.required("suppressed").intValue());
        assertEquals(
                1,
                matrix.required("factors").required(1).required("notApplicable").intValue());
        assertEquals(
                "Third was left out: its known values do not vary, so it cannot tell areas apart.",
                matrix.required("notices").required(0).textValue());
        assertFalse(matrix.has("marking"));
    }

    @Test
    void tableHasMarksWhereNoNumberIsKnown() throws Exception {
        importIndicators(CODEBOOK, TABLE);

        List<String> lines = text(document(MatrixFormat.CSV)).lines().toList();

        assertTrue(
                lines.get(0).endsWith(",z_first,value_first,z_fourth,value_fourth,z_second,value_second,state_words"),
                lines.get(0));
        assertTrue(lines.get(1).endsWith(",-1,10,-0.577,5,1.162,1,known"), lines.get(1));
        assertTrue(lines.get(4).endsWith(",[c],[c],[z],[z],-1.162,4,hidden to protect children"), lines.get(4));
        assertTrue(lines.get(4).startsWith("E01000004,Square 4,,[c],suppressed,suppressed,[c],[c],"), lines.get(4));
    }

    /** Of three ranked areas a tenth is none, so nothing moves in or out of it. */
    @Test
    void tenthOfThreeAreasIsNoAreaAndNothingTipsOne() throws Exception {
        importIndicators(CODEBOOK, TABLE);

        assertEquals(
                "{\"highestNeedTenth\":0,\"areas\":[]}",
                text(matrices.sensitivity(Question.of(CountedSquares.COUNTY, "default"))));
        assertThrows(NotFoundException.class, () -> matrices.sensitivity(Question.of(CountedSquares.COUNTY, "other")));
    }

    @Test
    void restrictedFactorBringsItsMarkingToBothDocuments() throws Exception {
        List<String> codebook = new ArrayList<>(CODEBOOK);
        codebook.set(1, CODEBOOK.get(1).replace(",open", ",restricted"));
        importIndicators(codebook, TABLE);

        JsonNode matrix = json();
        List<String> lines = text(document(MatrixFormat.CSV)).lines().toList();

        String marking = matrix.required("marking").textValue();
        assertEquals("draft", matrix.required("release").required("state").textValue());
        assertTrue(lines.get(0).endsWith(",state_words,marking"), lines.get(0));
        assertTrue(lines.get(1).contains(marking), lines.get(1));
        assertTrue(
                matrix.required("manifest").required("resultHash").textValue().startsWith("hmac-sha256:"));
    }

    @Test
    void matrixAndLayerOfTheScoreAgreeAfterEveryImport() throws Exception {
        importIndicators(CODEBOOK, TABLE);
        String before = standardised(json(), 0);
        List<String> table = new ArrayList<>(TABLE);
        table.set(1, "E01000001,90,1,5,5");
        importIndicators(CODEBOOK, table);

        JsonNode row = json().required("rows").required(0);
        String line = text(document(MatrixFormat.CSV)).lines().toList().get(1);

        assertFalse(before.equals(standardised(json(), 0)));
        assertEquals(
                row.required("score").asText(),
                line.split(",")[3],
                "the CSV has the value of the layer, the JSON that of the matrix");
    }

    private void importIndicators(List<String> codebook, List<String> table) throws IOException {
        Path book = Files.write(folder.resolve("codebook.csv"), codebook);
        squares.imports.run(
                new ImportRequest(
                        ImportKind.INDICATORS,
                        Files.write(folder.resolve("wide.csv"), table),
                        "wide.csv",
                        ImportRequest.Options.none()
                                .withGeography(CountedSquares.LSOA)
                                .withCodebook(book, "codebook.csv")),
                Progress.SILENT);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(text(document(MatrixFormat.JSON)));
    }

    private EncodedDocument document(MatrixFormat format) {
        return matrices.document(Question.of(CountedSquares.COUNTY, "default"), format);
    }

    private static String text(EncodedDocument document) {
        return new String(document.bytes(false), StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.required(field).textValue()));
        return texts;
    }

    private static String standardised(JsonNode matrix, int row) {
        List<String> numbers = new ArrayList<>();
        matrix.required("rows")
                .required(row)
                .required("values")
                .forEach(value -> numbers.add(value.required("standardised").asText()));
        return numbers.toString();
    }
}
