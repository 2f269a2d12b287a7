package org.needscape.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CategoryOrderTest {

    @Test
    void agesAreFromTheYoungestToTheOldest() {
        assertEquals(
                List.of("under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over", "not stated"),
                sorted("1 to 4", "10 to 15", "16 and over", "5 to 9", "not stated", "under 1"));
        // As the Department for Education's files name them.
        assertEquals(
                List.of("Unborn", "Under 1 year", "1 to 4 years", "5-9", "10\u201315", "16+"),
                sorted("16+", "10\u201315", "1 to 4 years", "5-9", "Unborn", "Under 1 year"));
    }

    @Test
    void othersStayAsTheyComeAndThoseNotStatedAreLast() {
        assertEquals(List.of("boys", "girls", "not stated"), sorted("boys", "not stated", "girls"));
        // Three months are less than two years: numbers that are no ages are not compared.
        List<String> durations = List.of("2 years and over", "3 months to 6 months", "under 3 months");
        assertEquals(durations, CategoryOrder.sorted(durations, Function.identity()));
        assertEquals(List.of(), sorted());
        assertEquals(List.of("not stated"), sorted("not stated"));
    }

    private static List<String> sorted(String... names) {
        return CategoryOrder.sorted(List.of(names), Function.identity());
    }
}
