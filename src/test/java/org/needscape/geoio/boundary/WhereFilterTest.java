package org.needscape.geoio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.geoio.Shapes;
import org.needscape.report.UnreadableFileException;

@Timeout(20)
class WhereFilterTest {

    private final BoundarySchema schema = schema();
    private final SimpleFeature feature =
            schema.feature(1, Arrays.asList("Cannock Chase 003A", 12L, null, "x"), Shapes.square(0, 0));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name LIKE 'Cannock%' | true",
                "name ILIKE 'cannock%' | true",
                "name LIKE 'Stafford%' | false",
                "name = 'Cannock Chase 003A' AND NOT (count > 12 OR count < 12) | true",
                "name IN ('a', 'Cannock Chase 003A') | true",
                "name NOT IN ('a', 'Cannock Chase 003A') | false",
                "count BETWEEN 10 AND 12 | true",
                "count <> 12 | false",
                "remark IS NULL | true",
                "name = 'O''Neil' | false",
                "BBOX(geometry, 389000, 319000, 390500, 320500) | true",
                "BBOX(geometry, 0, 0, 1, 1) | false"
            })
    void conditionsMeanWhatTheySay(String condition, boolean accepted) {
        assertEquals(accepted, parse(condition).accepts(feature), condition);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec(java.lang.Runtime.getRuntime(),'touch x') = 1",
                "strStartsWith(name, 'a') = true",
                "count + 1 = 2",
                "\"java.lang.Runtime.getRuntime()\" = 2",
                "\"name/x\" = 2",
                "name.count = 1",
                "\"exec(1)\" = 'x'",
                "other = 1",
                "name EXISTS",
                "IN ('1')",
                "INCLUDE",
                "INTERSECTS(geometry, POINT(1 2))",
                "BBOX(geometry, 1, 2, 3, 4, 'EPSG:4326')",
                "name LIKE '%a%b%c%d%'",
                "name =",
                ""
            })
    void whatCouldDoMoreThanCompareIsRefused(String condition) {
        UnreadableFileException e = assertThrows(UnreadableFileException.class, () -> parse(condition));

        assertTrue(e.getMessage().startsWith("The condition for a.zip "), e.getMessage());
    }

    @Test
    void lengthAndDepthAreBounded() {
        String deep = "(".repeat(50) + "count = 1" + ")".repeat(50);
        String longOne = "count = 1" + " OR count = 1".repeat(200);
        String negative = "NOT ".repeat(60) + "count = 1";
        for (String condition : List.of(deep, longOne, negative)) {
            assertEquals(
                    "The condition for a.zip is too long or too deep: use a shorter one.",
                    assertThrows(UnreadableFileException.class, () -> parse(condition))
                            .getMessage());
        }
        // Brackets inside of a text are no depth.
        assertTrue(parse("name <> '" + "(".repeat(60) + "'").accepts(feature));
    }

    private WhereFilter parse(String condition) {
        return WhereFilter.parse(condition, "a.zip", schema.columns());
    }

    /** With a column whose name is itself an attack: a file may call its columns what it likes. */
    private static BoundarySchema schema() {
        Map<String, Class<?>> columns = new LinkedHashMap<>();
        columns.put("name", String.class);
        columns.put("count", Long.class);
        columns.put("remark", String.class);
        columns.put("exec(1)", String.class);
        return new BoundarySchema(columns);
    }
}
