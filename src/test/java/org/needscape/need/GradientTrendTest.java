package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;

class GradientTrendTest {

    private static final double[] POPULATIONS = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};

    @Test
    void everyPeriodHasItsRateAndItsIndices() {
        GradientTrend.PeriodGradient row =
                GradientTrend.of(List.of(period(2024, 1.8, false))).periods().get(0);

        // Counts of the line are rounded: by up to 1 % in the least deprived decile.
        assertEquals(Math.exp(1.8), row.timesHigher().estimate().orElseThrow().estimate(), 0.1);
        assertTrue(row.sii().estimate().orElseThrow().upper() < 0);
        assertEquals(
                10_000 * row.count().number().orElseThrow() / 115_000,
                row.ratePer10000().estimate().orElseThrow().estimate(),
                1e-9);
    }

    @Test
    void aGradientThatGrowsSteeperEveryYearIsFound() {
        List<GradientTrend.Period> periods = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            periods.add(period(2019 + k, 1.5 + 0.2 * k, false));
        }
        GradientTrend.Run run = GradientTrend.of(periods).runs().get(0);

        // ln(1 / RII) rises by 0.2 a year; counts are rounded.
        assertEquals(
                Math.exp(0.2), run.steepnessPerYear().estimate().orElseThrow().estimate(), 0.01);
        assertTrue(run.p() < 0.05);
        assertTrue(run.sentence().startsWith("The gradient became steeper from 2019 to 2024 ("), run.sentence());
    }

    @Test
    void countsAndRatesAreKeptApart() {
        // Twice the events among twice the people: the number doubles, the rate stays.
        GradientTrend.Period before = period(2023, 2, false);
        List<GradientGroup> doubled = before.groups().stream()
                .map(group -> GradientGroup.of(
                        group.firstDecile(),
                        group.lastDecile(),
                        2 * group.population(),
                        group.count().map(count -> 2 * count)))
                .toList();
        GradientTrend.Run run = GradientTrend.of(
                        List.of(before, new GradientTrend.Period("2024", 2024, doubled, false, "")))
                .runs()
                .get(0);

        assertEquals(1, run.rateChange().estimate().orElseThrow().estimate(), 1e-12);
        assertEquals(
                before.groups().stream()
                        .mapToDouble(group -> group.count().number().orElseThrow())
                        .sum(),
                run.countChange().number().orElseThrow());
        assertTrue(run.sentence().contains("There is no evidence that the gradient became steeper or flatter"));
        assertTrue(run.sentence().contains("; the number rose by "), run.sentence());
    }

    @Test
    void aBreakSplitsTheSeries() {
        GradientTrend trend = GradientTrend.of(List.of(
                period(2020, 1.5, false), period(2021, 1.6, false), period(2022, 2.6, true), period(2023, 2.6, false)));

        assertEquals(2, trend.runs().size());
        assertEquals("2021", trend.runs().get(0).lastPeriod());
        assertEquals("2022", trend.runs().get(1).firstPeriod());
        // The jump between 2021 and 2022 is in neither.
        assertEquals(
                1,
                trend.runs().get(1).steepnessPerYear().estimate().orElseThrow().estimate(),
                0.01);
        assertTrue(trend.periods().get(2).breakBefore());
        assertEquals(trend.runs().get(1).sentence(), trend.sentence());
    }

    @Test
    void aPeriodWithAHiddenCountKeepsItsPlaceAndItsReason() {
        GradientTrend trend = GradientTrend.of(List.of(
                period(2022, 2, false),
                new GradientTrend.Period(
                        "2023",
                        2023,
                        List.of(
                                GradientGroup.of(1, 5, 40_000, Value.known(400)),
                                GradientGroup.of(6, 10, 60_000, Value.suppressed())),
                        false,
                        ""),
                new GradientTrend.Period("2024", 2024, List.of(), false, "")));

        GradientTrend.PeriodGradient hidden = trend.periods().get(1);
        assertEquals(Value.suppressed(), hidden.count());
        assertEquals(
                "Not computed: a count is hidden or not available.",
                hidden.ratePer10000().reason());
        assertTrue(hidden.timesHigher().reason().contains("hidden counts"));
        assertEquals(
                "Not computed: there is no population.",
                trend.periods().get(2).ratePer10000().reason());
        assertTrue(trend.runs().get(0).steepnessPerYear().estimate().isEmpty());
        assertTrue(trend.sentence().contains("is not computed"), trend.sentence());
    }

    @Test
    void oneOrNoPeriodHasNoTrend() {
        assertEquals(
                "There is one period only (2024), so there is no trend.",
                GradientTrend.of(List.of(period(2024, 2, false))).sentence());
        assertEquals(
                "There is no period to follow.", GradientTrend.of(List.of()).sentence());
        List<GradientTrend.Period> backwards = List.of(period(2024, 2, false), period(2023, 2, false));
        assertThrows(IllegalArgumentException.class, () -> GradientTrend.of(backwards));
    }

    /** Counts of a line of this steepness, rounded, without chance. */
    private static GradientTrend.Period period(int year, double steepness, boolean breakBefore) {
        long[] counts = new long[10];
        double before = 0;
        for (int q = 0; q < 10; q++) {
            double midpoint = (before + POPULATIONS[q] / 2) / 115_000;
            before += POPULATIONS[q];
            counts[q] = Math.round(POPULATIONS[q] * 0.02 * Math.exp(-steepness * midpoint));
        }
        return new GradientTrend.Period(
                Integer.toString(year), year, TwoAuthorities.groups(POPULATIONS, counts), breakBefore, "");
    }
}
