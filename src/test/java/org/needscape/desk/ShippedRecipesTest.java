package org.needscape.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.RealData;
import org.needscape.recipe.RecipeDocument;
import org.needscape.recipe.WrongRecipeException;

/** The recipes that come with the product, and the schema that says what a recipe is. */
class ShippedRecipesTest {

    private static final String SCORE = "Index of Multiple Deprivation (IMD) Score";
    private static final String DECILE =
            "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"default", "indices-of-deprivation-2019", "indices-of-deprivation-2025"})
    void shippedRecipesFollowTheSchema(String name) throws IOException {
        String text = resource(name + ".json");

        assertEquals(List.of(), problems(text));
        assertFalse(RecipeDocument.parse(text).recipe().factors().isEmpty());
    }

    /** What the schema refuses the program refuses too, and the other way round. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"x\", \"factors\": []}",
                "{\"name\": \" \", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\"}]}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\"}]}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\", \"weight\": 0}]}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\", \"weight\": \"1\"}]}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\", \"weigth\": 1}]}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\", \"standardisation\": \"q\"}]}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\"}], \"minimumCoverage\": 2}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\"}], \"aggregation\": \"sum\"}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\"}], \"schemaVersion\": 2}",
                "{\"name\": \"x\", \"factors\": [{\"column\": \"a\", \"polarity\": \"higher\"}], \"referenceSize\": -1}"
            })
    void whatIsNoRecipeIsRefusedByBoth(String text) throws IOException {
        assertFalse(problems(text).isEmpty());
        assertTrue(isRefused(text), text);
    }

    /** Every member is named in the schema, so that an editor can offer it. */
    @Test
    void recipeWithEverythingIsTakenByBoth() throws IOException {
        String text =
                """
                {"$schema": "recipe.schema.json", "schemaVersion": 1, "name": "x", "description": "all", "domains":
                 [{"name": "home", "weight": 2}], "factors": [{"column": "a", "polarity": "higher", "weight": 1,
                 "standardisation": "min-max", "goalposts": [0, 10], "domain": "home", "count": "n", "population": "p",
                 "shrinkage": "global"},
                 {"column": "b", "polarity": "lower", "domain": "home", "standardisation": "threshold", "benchmark": 4}],
                 "aggregation": "weighted-mean", "minimumCoverage": 0.5, "referenceSize": 0}
                """;

        assertEquals(List.of(), problems(text));
        assertFalse(isRefused(text));
    }

    /**
     * The published index from its seven domain ranks. The score of 2025 differs by at most 0.0007 and every decile of 2019 is equal
     * (methods 2.5); the score of 2019 was found to differ by up to 0.0014; why is not known.
     */
    @ParameterizedTest
    @CsvSource({
        "2019, IoD2019_LSOA11_England.csv, LSOA code (2011), 32844, 0.0015",
        "2025, IoD2025_LSOA21_England.csv, LSOA code (2021), 33755, 0.001"
    })
    void indexIsRebuiltFromItsDomainRanks(int year, String file, String code, int areas, double tolerance)
            throws IOException {
        Path published = RealData.require("deprivation/" + file);
        Path recipe =
                Files.writeString(folder.resolve("recipe.json"), resource("indices-of-deprivation-" + year + ".json"));
        Path output = folder.resolve("out.csv");

        List<String> notices = new MatrixDesk()
                .run(new MatrixDesk.Request(
                        published,
                        code,
                        recipe,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        output));

        assertEquals(List.of(), notices);
        List<CSVRecord> truth = records(published);
        List<CSVRecord> rebuilt = records(output);
        assertEquals(areas, rebuilt.size());
        double furthest = 0;
        int otherDeciles = 0;
        for (int at = 0; at < areas; at++) {
            assertEquals(truth.get(at).get(code), rebuilt.get(at).get("code"));
            double score = Double.parseDouble(truth.get(at).get(SCORE));
            furthest = Math.max(
                    furthest,
                    Math.abs(score - Double.parseDouble(rebuilt.get(at).get("score"))));
            otherDeciles += truth.get(at).get(DECILE).equals(rebuilt.get(at).get("decile")) ? 0 : 1;
        }
        assertTrue(furthest < tolerance, year + ": the score furthest off differs by " + furthest);
        assertEquals(0, otherDeciles);
    }

    private static boolean isRefused(String text) {
        try {
            RecipeDocument.parse(text);
            return false;
        } catch (WrongRecipeException refused) {
            return true;
        }
    }

    private static List<String> problems(String text) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("recipe.schema.json"), InputFormat.JSON);
        List<String> problems = new ArrayList<>();
        schema.validate(text, InputFormat.JSON).forEach(error -> problems.add(error.toString()));
        return problems;
    }

    private static List<CSVRecord> records(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MatrixDesk.class.getResourceAsStream("/recipes/" + name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
