package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.render.PlacesChart.Mark;
import org.needscape.render.PlacesChart.Place;
import org.needscape.render.PlacesChart.Scale;
import org.w3c.dom.Element;

class PlacesChartTest {

    private static final String RATE = "Rate per 10,000 children aged 0 to 17";
    private static final WithLimits HIDDEN = WithLimits.unknown(ValueState.SUPPRESSED);

    @Test
    void readersWhoDoNotSeeItGetEveryRateOfEveryPlace() throws Exception {
        Drawing chart = draw(List.of(place("Aldermoor", 160, 20), place("Barrowdene", 80, 5)), Scale.LINEAR);

        assertEquals("Looked after", chart.title());
        assertTrue(chart.words().startsWith(RATE + " by national tenth of deprivation, 1 the most"), chart.words());
        assertTrue(
                chart.words().contains(" Aldermoor: decile 1 160 (144 to 176), decile 2 20 (18 to 22)."),
                chart.words());
        assertTrue(chart.words().contains(" Barrowdene: decile 1 80 (72 to 88)"), chart.words());
    }

    @Test
    void placesDifferByShapeAndDashNotOnlyByColour() throws Exception {
        List<Place> six = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            six.add(place("Place " + k, 100 + 10 * k, 20));
        }
        Drawing chart = draw(six, Scale.LINEAR);

        for (int k = 0; k < 6; k++) {
            ChartMark mark = ChartMark.IN_ORDER.get(k);
            // Two marks and the one of the key, the fitted line and the line of the key.
            assertEquals(3, chart.with("path", "fill", mark.colour()).size(), mark.name());
            List<Element> lines = chart.with("path", "stroke", mark.colour()).stream()
                    .filter(line -> line.getAttribute("stroke-dasharray").equals(mark.dash()))
                    .toList();
            assertTrue(lines.size() >= 2, mark.name());
            assertTrue(chart.says("Place " + k));
        }
        assertEquals(
                6,
                ChartMark.IN_ORDER.stream().map(mark -> mark.path(4)).distinct().count());
        assertEquals(
                6, ChartMark.IN_ORDER.stream().map(ChartMark::dash).distinct().count());
    }

    @Test
    void hiddenDecilesAreHatchedAndSaidAndAreNotMissingOnes() throws Exception {
        Place place = new Place(
                "Aldermoor",
                List.of(
                        new Mark(1, 1, WithLimits.of(50, 40, 60), Value.notAvailable()),
                        new Mark(2, 2, HIDDEN, Value.notAvailable()),
                        new Mark(9, 10, HIDDEN, Value.notAvailable()),
                        new Mark(3, 3, WithLimits.unknown(ValueState.NOT_AVAILABLE), Value.notAvailable())));
        Drawing chart = draw(List.of(place), Scale.LINEAR);

        assertEquals(2, chart.hiddenBoxes());
        String caption = String.join(" ", chart.texts());
        assertTrue(
                caption.contains("Hidden to protect children: Aldermoor, decile 2 and deciles 9 to 10 together."),
                caption);
        assertTrue(caption.contains("Not available: Aldermoor, decile 3."), caption);
        assertTrue(chart.words().contains("decile 2 hidden to protect children"), chart.words());
    }

    @Test
    void decilesTakenTogetherShareAMarkOnALineThatReachesOverThem() throws Exception {
        Place place = new Place("Aldermoor", List.of(new Mark(7, 10, WithLimits.of(50, 40, 60), Value.notAvailable())));
        Drawing chart = draw(List.of(place), Scale.LINEAR);

        // Slots are 31 pixels wide from 44 on; the line leaves three at either end.
        assertTrue(chart.with("path", "stroke", ChartMark.CIRCLE.colour()).stream()
                .map(line -> line.getAttribute("d"))
                .anyMatch(line -> line.startsWith("M233,") && line.contains("L351,")));
        String caption = String.join(" ", chart.texts());
        assertTrue(caption.contains("One mark for Aldermoor, deciles 7 to 10 together."), caption);
    }

    @Test
    void equalRatiosAreEqualDistancesOnTheRatioScale() throws Exception {
        Drawing chart = draw(List.of(marks("Aldermoor", 200, 100, 50)), Scale.LOGARITHMIC);

        List<Double> heights = chart.with("path", "fill", ChartMark.CIRCLE.colour()).stream()
                .map(mark -> mark.getAttribute("d"))
                .map(path -> Double.parseDouble(path.substring(path.indexOf(',') + 1, path.indexOf('m'))))
                .toList();
        assertEquals(heights.get(1) - heights.get(0), heights.get(2) - heights.get(1), 0.02);
        assertTrue(chart.says("Ratio scale: equal distances are equal ratios."));
    }

    @Test
    void rateOfZeroIsDrawnOnTheLinearScaleAndSaidOnTheOther() throws Exception {
        Place place = marks("Aldermoor", 40, 0);

        assertEquals(
                3,
                draw(List.of(place), Scale.LINEAR)
                        .with("path", "fill", ChartMark.CIRCLE.colour())
                        .size());
        Drawing ratio = draw(List.of(place), Scale.LOGARITHMIC);
        assertEquals(2, ratio.with("path", "fill", ChartMark.CIRCLE.colour()).size());
        String caption = String.join(" ", ratio.texts());
        assertTrue(caption.contains("which has no place on a ratio scale: Aldermoor, decile 2."), caption);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void nothingToDrawIsSaidInTheChart(Scale scale) throws Exception {
        Place hidden = new Place("Aldermoor", List.of(new Mark(1, 10, HIDDEN, Value.notAvailable())));
        Place empty = new Place("Barrowdene", List.of());

        for (List<Place> places : List.of(List.<Place>of(), List.of(hidden), List.of(empty))) {
            Drawing chart = draw(places, scale);
            assertTrue(chart.says("No rate can be shown"), chart.texts().toString());
        }
        assertTrue(draw(List.of(empty), scale).words().contains("Barrowdene: no deciles."));
        assertEquals(1, draw(List.of(hidden), scale).hiddenBoxes());
    }

    @Test
    void onePointIsAMarkWithoutALine() throws Exception {
        Place one = new Place("Aldermoor", List.of(new Mark(1, 10, WithLimits.of(50, 40, 60), Value.known(50))));

        for (Scale scale : Scale.values()) {
            assertEquals(
                    2,
                    draw(List.of(one), scale)
                            .with("path", "fill", ChartMark.CIRCLE.colour())
                            .size());
        }
    }

    @Test
    void longNamesAndMarkingStayOnTheSheet() throws Exception {
        String name = "A very long name of a district that no key of a chart could ever hold in one line of it";
        Drawing chart = Drawing.of(PlacesChart.svg(
                "<Looked> & after",
                RATE,
                List.of(place(name, 40, 20)),
                Scale.LINEAR,
                "Official: not to be passed on."));

        assertTrue(chart.texts().stream().anyMatch(text -> text.endsWith("\u2026")));
        assertTrue(chart.says("Official: not to be passed on."));
        assertTrue(chart.words().endsWith(" Official: not to be passed on."), chart.words());
    }

    @Test
    void seventhPlaceIsRefused() {
        List<Place> seven = Collections.nCopies(7, place("Aldermoor", 40, 20));

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> PlacesChart.svg("Looked after", RATE, seven, Scale.LINEAR, ""));
        assertEquals("A chart tells at most 6 places apart, not 7.", refusal.getMessage());
    }

    private static Drawing draw(List<Place> places, Scale scale) throws Exception {
        return Drawing.of(PlacesChart.svg("Looked after", RATE, places, scale, ""));
    }

    /** A place with rates at deciles 1, 2 ..., limits of a tenth about each and a line through them. */
    private static Place place(String name, double... rates) {
        return new Place(
                name,
                IntStream.range(0, rates.length)
                        .mapToObj(k -> new Mark(
                                k + 1,
                                k + 1,
                                WithLimits.of(rates[k], rates[k] * 0.9, rates[k] * 1.1),
                                Value.known(rates[k])))
                        .toList());
    }

    private static Place marks(String name, double... rates) {
        return new Place(
                name,
                IntStream.range(0, rates.length)
                        .mapToObj(k -> new Mark(k + 1, k + 1, WithLimits.exact(rates[k]), Value.notAvailable()))
                        .toList());
    }
}
