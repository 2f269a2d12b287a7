package org.needscape.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;

class DisclosurePolicyTest {

    private static final DisclosurePolicy POLICY = DisclosurePolicy.DEFAULT;

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 4, 5})
    void restrictedCountsOfOneToFiveAreSuppressed(double count) {
        assertEquals(
                Value.suppressed(),
                shown("children", Sensitivity.RESTRICTED, Value.known(count), Value.notAvailable()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 6, 120})
    void restrictedZeroAndLargerCountsAreShown(double count) {
        assertEquals(
                Value.known(count),
                shown("children", Sensitivity.RESTRICTED, Value.known(count), Value.notAvailable()));
    }

    @Test
    void publishedOpenFiguresStayAsTheyAre() {
        assertEquals(Value.known(3), shown("children", Sensitivity.OPEN, Value.known(3), Value.notAvailable()));
    }

    @Test
    void restrictedRateIsShownOnlyWhereItsCountIsKnownAndLargeEnough() {
        assertEquals(Value.known(12.5), shown("percent", Sensitivity.RESTRICTED, Value.known(12.5), Value.known(6)));
        assertEquals(Value.suppressed(), shown("percent", Sensitivity.RESTRICTED, Value.known(12.5), Value.known(5)));
        assertEquals(
                Value.suppressed(), shown("percent", Sensitivity.RESTRICTED, Value.known(12.5), Value.notAvailable()));
    }

    @Test
    void otherStatesStayWhatTheyAre() {
        assertEquals(Value.low(), shown("children", Sensitivity.RESTRICTED, Value.low(), Value.notAvailable()));
        assertEquals(
                Value.notApplicable(),
                shown("percent", Sensitivity.RESTRICTED, Value.notApplicable(), Value.notAvailable()));
    }

    private static Value shown(String unit, Sensitivity sensitivity, Value value, Value numerator) {
        IndicatorId id = new IndicatorId("x");
        Indicator indicator =
                new Indicator(id, "X", unit, Polarity.HIGHER_IS_MORE_NEED, "", "", "", "", "", sensitivity);
        SeriesKey series = new SeriesKey(id, Geography.parse("lsoa-2021"), new Period("2024"), SeriesKey.ALL, "first");
        return POLICY.shown(
                new Observation(series, new AreaCode("E01999001"), value, Set.of(), numerator, Value.notAvailable()),
                indicator);
    }
}
