package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Value;
import org.needscape.service.TargetOutcome.Found;

/** Three areas of 1,000 children: 30 and 10 children in need in 2023, 20 and 20 in 2024, and one area whose counts are hidden. */
class TargetOutcomeTest {

    private static final AreaCode HIGH = new AreaCode("E01999001");
    private static final AreaCode LOW = new AreaCode("E01999002");
    private static final AreaCode HIDDEN = new AreaCode("E01999003");
    private static final TargetOutcome OUTCOME = new TargetOutcome(
            subject("2023", Map.of(HIGH, Value.known(30), LOW, Value.known(10), HIDDEN, Value.suppressed())),
            subject("2024", Map.of(HIGH, Value.known(20), LOW, Value.known(20), HIDDEN, Value.suppressed())),
            List.of(HIGH, LOW, HIDDEN));

    @Test
    void rateOfAreasTogetherIsOfTheirSums() {
        Found both = OUTCOME.of(List.of(HIGH, LOW));

        assertEquals(200, both.before().per10000().orElseThrow(), 1e-9);
        assertEquals(200, both.after().per10000().orElseThrow(), 1e-9);
        assertEquals(0, both.change().orElseThrow(), 1e-9);
        assertEquals(0, both.fallBack().orElseThrow(), 1e-9);
    }

    /**
     * By hand over the two areas that are shown: b = 0.02; s² = 0.0001; a = 0.0001 - 0.02 x 2/2,000 = 0.00008; weight = 0.00008/(0.00008 +
     * 0.02/1,000) = 0.8. The high area is believed to have 0.028 in place of 0.03: 20 fewer per 10,000.
     */
    @Test
    void highAreaIsExpectedToFallBack() {
        Found high = OUTCOME.of(List.of(HIGH));

        assertEquals(-100, high.change().orElseThrow(), 1e-9);
        assertEquals(-20, high.fallBack().orElseThrow(), 1e-9);
    }

    @Test
    void hiddenCountIsNeitherZeroNorLeftOut() {
        Found all = OUTCOME.of(List.of(HIGH, LOW, HIDDEN));

        assertTrue(all.before().per10000().isEmpty());
        assertTrue(all.change().isEmpty());
        assertTrue(all.fallBack().isEmpty());
        assertEquals(
                "No rate of 2023: the count of 1 of 3 areas is hidden to protect children.",
                all.before().reason());
        assertTrue(all.json().at("/then/ratePer10000").isNull());
    }

    @Test
    void noAreasHaveNoRate() {
        assertEquals("There are no such areas.", OUTCOME.of(List.of()).before().reason());
    }

    private static RateSubject subject(String period, Map<AreaCode, Value> counts) {
        return new RateSubject(
                "rate-cin-" + period,
                "Children in need, " + period,
                Measure.CIN,
                period,
                period,
                code -> counts.getOrDefault(code, Value.notAvailable()),
                List.of(),
                code -> Value.known(1000),
                List.of(),
                Optional.empty(),
                "",
                "");
    }
}
