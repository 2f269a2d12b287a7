package org.needscape.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.indicator.Polarity;
import org.needscape.need.Aggregation;
import org.needscape.need.Goalposts;
import org.needscape.need.NeedFactor;
import org.needscape.need.Shrinkage;
import org.needscape.need.Standardisation;

class RecipeDocumentTest {

    private static final String ONE = "{\"name\":\"x\",\"factors\":[{\"column\":\"a\",\"polarity\":\"higher\"}]}";

    @Test
    void everythingThatIsNotSaidIsAsTheSchemaSays() {
        RecipeDocument read = RecipeDocument.parse(ONE);

        assertEquals(
                List.of(new NeedFactor("a", Polarity.HIGHER_IS_MORE_NEED, Standardisation.Z, 1)),
                read.recipe().factors());
        assertEquals(Aggregation.WEIGHTED_MEAN, read.recipe().aggregation());
        assertEquals(0.75, read.recipe().minimumCoverageFraction());
        assertEquals(0, read.recipe().referenceSize());
        assertEquals(Map.of(), read.shrinkage());
        assertEquals(ONE, read.json());
    }

    @Test
    void everyMemberIsRead() {
        RecipeDocument read = RecipeDocument.parse(
                """
                {"$schema": "recipe.schema.json", "schemaVersion": 1, "name": "Home", "description": "At home",
                 "domains": [{"name": "home", "weight": 3}, {"name": "school", "weight": 1}],
                 "factors": [
                  {"column": "a", "polarity": "lower", "standardisation": "min-max", "weight": 2, "goalposts": [0, 10],
                   "domain": "home", "count": "n", "population": "p", "shrinkage": "district", "period": "2023"},
                  {"column": "b", "polarity": "higher", "weight": 6, "domain": "home"},
                  {"column": "c", "polarity": "higher", "standardisation": "threshold", "benchmark": 4, "domain": "school"}],
                 "aggregation": "weighted-sum", "minimumCoverage": 0.5, "referenceSize": 7}
                """);

        assertEquals("At home", read.description());
        assertEquals(
                List.of(
                        new NeedFactor(
                                "a",
                                Polarity.LOWER_IS_MORE_NEED,
                                Standardisation.MIN_MAX,
                                // 2 of 8 within its domain, which weighs 3
                                0.75,
                                Optional.of(new Goalposts(0, 10)),
                                Optional.empty()),
                        new NeedFactor("b", Polarity.HIGHER_IS_MORE_NEED, Standardisation.Z, 2.25),
                        new NeedFactor(
                                "c",
                                Polarity.HIGHER_IS_MORE_NEED,
                                Standardisation.THRESHOLD,
                                1,
                                Optional.empty(),
                                Optional.of(4.0))),
                read.recipe().factors());
        assertEquals(Map.of("a", "home", "b", "home", "c", "school"), read.domains());
        assertEquals(Map.of("a", "n"), read.counts());
        assertEquals(Map.of("a", "p"), read.populations());
        assertEquals(Map.of("a", Shrinkage.DISTRICT), read.shrinkage());
        assertEquals(Map.of("a", "2023"), read.periods());
        assertEquals(7, read.recipe().referenceSize());
    }

    @Test
    void documentIsReadAgainAsItWasWrittenDown() {
        RecipeDocument read =
                RecipeDocument.parse(ONE.replace("\"higher\"", "\"Higher means more need\",\"weight\":null"));

        assertEquals(ONE, read.json());
        assertEquals(read, RecipeDocument.parse(read.json()));
    }

    /** Each mistake is one sentence that names the field. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`polarity\":\"higher`     | `polarity\":\"both`            | factors[0].polarity | `factors[0].polarity is \"both\", and must be one of higher, lower.`",
                "`,\"polarity\":\"higher\"` | ``                            | factors[0].polarity | `factors[0].polarity is missing: which end means more need.`",
                "`\"higher\"`               | `\"higher\",\"weight\":-1`     | factors[0].weight | factors[0].weight must be above 0, not -1.",
                "`\"higher\"`               | `\"higher\",\"weight\":0`      | factors[0].weight | factors[0].weight must be above 0, not 0.",
                "`\"higher\"`               | `\"higher\",\"weight\":\"1\"`  | factors[0].weight | `factors[0].weight must be a number, not \"1\".`",
                "`\"higher\"`               | `\"higher\",\"goalposts\":[1]` | factors[0].goalposts | factors[0].goalposts needs at least 2 entries.",
                "`\"higher\"`               | `\"higher\",\"goalposts\":[1,2]` | factors[0] | `Factor a has goalposts, which only min-max uses.`",
                "`\"higher\"`               | `\"higher\",\"domain\":\"home\"` | domains | `Factor a has the domain 'home', which the recipe does not list: add it to domains, with a weight.`",
                "`\"name\":\"x\"`           | `\"name\":\" \"`              | name | name must not be blank.",
                "`\"name\":\"x\"`           | `\"name\":\"x\",\"minimumCoverage\":1.5` | minimumCoverage | minimumCoverage must be at most 1, not 1.5.",
                "`\"name\":\"x\"`           | `\"name\":\"x\",\"schemaVersion\":2` | schemaVersion | `schemaVersion is 2, and this program reads up to 1: use a newer program, or save the recipe for this one.`",
                "`\"name\":\"x\"`           | `\"name\":\"x\",\"name\":\"y\"` | `` | `it is not valid JSON, line 1.`",
                "`[{\"column\":\"a\",\"polarity\":\"higher\"}]` | `[]`        | factors | factors needs at least 1 entry.",
                "`}]}`                      | `},{\"column\":\"a\",\"polarity\":\"lower\"}]}` | factors | Recipe x names a twice."
            })
    void mistakeIsOneSentenceWithItsField(String part, String wrong, String field, String message) {
        String text = ONE.replace(part, wrong == null ? "" : wrong);

        WrongRecipeException refused = assertThrows(WrongRecipeException.class, () -> RecipeDocument.parse(text));

        assertEquals(
                List.of(new WrongRecipeException.Problem(field == null ? "" : field, message)), refused.problems());
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        WrongRecipeException refused = assertThrows(
                WrongRecipeException.class,
                () -> RecipeDocument.parse(
                        "{\"nam\":\"x\",\"factors\":[{\"column\":\"\",\"polarity\":\"up\"}],\"aggregation\":\"sum\"}"));

        assertEquals(
                List.of("aggregation", "factors[0].column", "factors[0].polarity", "nam", "name"),
                refused.problems().stream()
                        .map(WrongRecipeException.Problem::field)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "3", "null", "{\"a\":", "{} {}"})
    void whatIsNoObjectIsNoRecipe(String text) {
        assertEquals(
                "",
                assertThrows(WrongRecipeException.class, () -> RecipeDocument.parse(text))
                        .problems()
                        .get(0)
                        .field());
    }
}
