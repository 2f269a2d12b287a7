package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.Dataset;

class ProtectedRatioTest {

    private static final DisclosurePolicy RULE = DisclosurePolicy.DEFAULT;
    private static final DisclosurePolicy ROUNDED = new DisclosurePolicy(5, false, 5, 30, 3);

    @Test
    void openShareIsShownWithWhatItWasDividedFrom() {
        assertEquals(
                new ProtectedRatio(Value.known(2), Value.known(4), Value.known(200)),
                shown(Sensitivity.OPEN, RULE, Value.known(2), Value.known(4), Value.known(200)));
    }

    @Test
    void countBesideAnOpenValueThatIsNotShownIsHiddenAndItsDenominatorIsNot() {
        assertEquals(
                new ProtectedRatio(Value.suppressed(), Value.suppressed(), Value.known(200)),
                shown(Sensitivity.OPEN, RULE, Value.suppressed(), Value.known(4), Value.known(200)));
        assertEquals(
                new ProtectedRatio(Value.notApplicable(), Value.notApplicable(), Value.known(0)),
                shown(Sensitivity.OPEN, RULE, Value.notApplicable(), Value.notApplicable(), Value.known(0)));
    }

    @Test
    void restrictedShareOfFewIsHiddenWithBothCounts() {
        ProtectedRatio hidden = new ProtectedRatio(Value.suppressed(), Value.suppressed(), Value.suppressed());
        // Few, all but few, and of few people.
        assertEquals(hidden, shown(Sensitivity.RESTRICTED, RULE, Value.known(2), Value.known(4), Value.known(200)));
        assertEquals(hidden, shown(Sensitivity.RESTRICTED, RULE, Value.known(98), Value.known(196), Value.known(200)));
        assertEquals(hidden, shown(Sensitivity.RESTRICTED, RULE, Value.known(50), Value.known(10), Value.known(20)));
        assertEquals(
                new ProtectedRatio(Value.known(22.5), Value.known(45), Value.known(200)),
                shown(Sensitivity.RESTRICTED, RULE, Value.known(22.5), Value.known(45), Value.known(200)));
    }

    @Test
    void whereTheRuleRoundsTheCountsAreRoundedAsTheValueIs() {
        // 43 of 201 are 45 of 200 when both are rounded to 5; the share is that of 45 among 201.
        ProtectedRatio shown = shown(
                Sensitivity.RESTRICTED, ROUNDED, Value.known(100 * 43 / 201.0), Value.known(43), Value.known(201));
        assertEquals(100 * 45 / 201.0, shown.value().number().orElseThrow(), 1e-12);
        assertEquals(Value.known(45), shown.numerator());
        assertEquals(Value.known(200), shown.denominator());
    }

    @Property(tries = 500, seed = "61")
    void hiddenCountNeverChangesAnythingThatIsShown(
            @ForAll @IntRange(min = 1, max = 5) int one,
            @ForAll @IntRange(min = 1, max = 5) int other,
            @ForAll @IntRange(min = 30, max = 3000) int people,
            @ForAll Sensitivity sensitivity) {
        // A restricted share of few is hidden by the rule, an open one is hidden in its file.
        boolean open = sensitivity == Sensitivity.OPEN;
        Value ofOne = open ? Value.suppressed() : Value.known(100.0 * one / people);
        Value ofOther = open ? Value.suppressed() : Value.known(100.0 * other / people);
        assertEquals(
                shown(sensitivity, RULE, ofOne, Value.known(one), Value.known(people)),
                shown(sensitivity, RULE, ofOther, Value.known(other), Value.known(people)));
    }

    @Property(tries = 500, seed = "62")
    void countIsNeverShownBesideAValueThatIsNot(
            @ForAll @IntRange(min = 0, max = 60) int count,
            @ForAll @IntRange(min = 0, max = 60) int rest,
            @ForAll @DoubleRange(min = 0, max = 100) double value,
            @ForAll Sensitivity sensitivity) {
        ProtectedRatio ratio =
                shown(sensitivity, RULE, Value.known(value), Value.known(count), Value.known(count + rest));
        Assume.that(!ratio.value().isKnown());
        assertFalse(ratio.numerator().isKnown());
        assertFalse(ratio.denominator().isKnown());
    }

    @Test
    void severalSeriesComeWithTheirCountsThroughTheDoor(@TempDir Path folder) {
        try (CountyStore county = new CountyStore(folder, 3)) {
            SeriesKey open = series("open_pct");
            SeriesKey restricted = series("restricted_pct");
            county.importCounts(12, 0, 3);
            county.store().write(session -> {
                session.observations()
                        .saveIndicators(List.of(
                                indicator("open_pct", Sensitivity.OPEN),
                                indicator("restricted_pct", Sensitivity.RESTRICTED)));
                long dataset = session.datasets()
                        .add(new Dataset(0, "indicators", "Shares", "Nobody", "None", "s.csv", "", 3, Instant.EPOCH));
                session.observations()
                        .save(
                                dataset,
                                List.of(
                                        observation(open, 1, Value.known(2), Value.known(4), Value.known(200)),
                                        observation(open, 2, Value.suppressed(), Value.suppressed(), Value.known(90)),
                                        observation(restricted, 1, Value.known(2), Value.known(4), Value.known(200)),
                                        observation(restricted, 2, Value.known(50), Value.known(45), Value.known(90))));
                return dataset;
            });
            ProtectedObservations door =
                    new ProtectedObservations(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
            SeriesKey lookedAfter = county.store().read(session -> door.listSeries(session, CountyStore.COUNTY).stream()
                    .map(stored -> stored.key())
                    .filter(key -> key.indicator().equals(CountyStore.LOOKED_AFTER))
                    .findFirst()
                    .orElseThrow());
            Map<SeriesKey, Map<AreaCode, ProtectedRatio>> ratios = county.store()
                    .read(session ->
                            door.listRatios(session, List.of(open, restricted, lookedAfter), CountyStore.COUNTY));

            assertEquals(
                    Map.of(
                            CountyStore.code(1),
                            new ProtectedRatio(Value.known(2), Value.known(4), Value.known(200)),
                            CountyStore.code(2),
                            new ProtectedRatio(Value.suppressed(), Value.suppressed(), Value.known(90))),
                    ratios.get(open));
            assertEquals(
                    Map.of(
                            CountyStore.code(1),
                            new ProtectedRatio(Value.suppressed(), Value.suppressed(), Value.suppressed()),
                            CountyStore.code(2),
                            new ProtectedRatio(Value.known(50), Value.known(45), Value.known(90))),
                    ratios.get(restricted));
            // Three children looked after are few; what is shown of them is what the counts show, and nothing was
            // divided.
            Map<SeriesKey, Map<AreaCode, Value>> values =
                    county.store().read(session -> door.listValues(session, List.of(lookedAfter), CountyStore.COUNTY));
            assertNotEquals(
                    Value.known(3), values.getOrDefault(lookedAfter, Map.of()).get(CountyStore.code(3)));
            ratios.getOrDefault(lookedAfter, Map.of()).forEach((code, ratio) -> {
                assertEquals(values.getOrDefault(lookedAfter, Map.of()).get(code), ratio.value());
                assertEquals(Value.notAvailable(), ratio.numerator());
            });
            assertEquals(3, ratios.getOrDefault(lookedAfter, Map.of()).size());
        }
    }

    private static ProtectedRatio shown(
            Sensitivity sensitivity, DisclosurePolicy rule, Value value, Value numerator, Value denominator) {
        return ProtectedRatio.of(
                observation(series("a"), 1, value, numerator, denominator), indicator("a", sensitivity), rule);
    }

    private static Observation observation(
            SeriesKey series, int area, Value value, Value numerator, Value denominator) {
        return new Observation(series, CountyStore.code(area), value, Set.of(), numerator, denominator);
    }

    private static SeriesKey series(String id) {
        return new SeriesKey(
                new IndicatorId(id), CountyStore.LSOA, new Period("2024"), SeriesKey.ALL, Indicator.NOT_STATED);
    }

    private static Indicator indicator(String id, Sensitivity sensitivity) {
        return new Indicator(
                new IndicatorId(id),
                "A share",
                "percent",
                Polarity.HIGHER_IS_MORE_NEED,
                "",
                "",
                "",
                "",
                "",
                sensitivity);
    }
}
