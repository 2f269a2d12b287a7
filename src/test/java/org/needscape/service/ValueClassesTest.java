package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;
import org.needscape.layer.LegendClass;

class ValueClassesTest {

    @Test
    void tenValuesMakeFiveClassesOfTwoHighestFirst() {
        List<Value> values = known(IntStream.rangeClosed(1, 10).asDoubleStream().toArray());
        ValueClasses classes = new ValueClasses(values, true, 0);

        assertEquals(
                List.of("9 to 10", "7 to under 9", "5 to under 7", "3 to under 5", "1 to under 3"),
                labels(classes.legend(values)));
        assertEquals("1", classes.classOf(Value.known(10)));
        assertEquals("5", classes.classOf(Value.known(2)));
    }

    @Test
    void lowestFirstWhereLowMeansMoreNeed() {
        List<Value> values = known(IntStream.rangeClosed(1, 10).asDoubleStream().toArray());
        ValueClasses classes = new ValueClasses(values, false, 0);

        assertEquals("1 to under 3", classes.legend(values).get(0).label());
        assertEquals("1", classes.classOf(Value.known(1)));
    }

    @Test
    void manyZerosAreAClassOfTheirOwn() {
        List<Value> values = known(0, 0, 0, 0, 0, 0, 10, 20, 30, 40);
        ValueClasses classes = new ValueClasses(values, true, 1);

        assertEquals(
                List.of("40.0 to 40.0", "30.0 to under 40.0", "20.0 to under 30.0", "10.0 to under 20.0", "0 (none)"),
                labels(classes.legend(values)));
        assertEquals(6, classes.legend(values).get(4).areaCount());
    }

    @Test
    void eachStateThatOccursHasItsOwnEntry() {
        List<Value> values = new ArrayList<>(known(1, 2));
        values.add(Value.suppressed());
        values.add(Value.notAvailable());
        ValueClasses classes = new ValueClasses(values, true, 0);

        List<LegendClass> legend = classes.legend(values);

        assertEquals(
                List.of("hidden to protect children", "not available"),
                labels(legend.subList(legend.size() - 2, legend.size())));
        assertEquals(
                legend.size(),
                legend.stream().map(LegendClass::colour).distinct().count());
        assertEquals("suppressed", classes.classOf(Value.suppressed()));
    }

    @Test
    void equalValuesMakeOneClassAndNoneMakesNone() {
        assertEquals(List.of("7"), labels(new ValueClasses(known(7, 7, 7), true, 0).legend(known(7, 7, 7))));
        assertEquals(List.of(), new ValueClasses(List.of(), true, 0).legend(List.of()));
    }

    private static List<Value> known(double... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Value::known).toList();
    }

    private static List<String> labels(List<LegendClass> legend) {
        return legend.stream().map(LegendClass::label).toList();
    }
}
