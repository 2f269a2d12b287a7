package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Need beside response. */
class GapClassTest {

    @Test
    void moreExpectedThanOverallAndFewerReachedIsWhereHiddenNeedMayShow() {
        assertEquals(GapClass.HIGH_NEED_LOW_RESPONSE, GapClass.of(300, 200, 0.7));
    }

    @Test
    void fourClassesOfTwoQuestions() {
        assertEquals(GapClass.HIGH_NEED_HIGH_RESPONSE, GapClass.of(300, 200, 1.2));
        assertEquals(GapClass.LOW_NEED_HIGH_RESPONSE, GapClass.of(100, 200, 1.2));
        assertEquals(GapClass.LOW_NEED_LOW_RESPONSE, GapClass.of(100, 200, 0.7));
        for (GapClass each : GapClass.values()) {
            assertEquals(each.code().startsWith("high-need"), each.isHighNeed());
            assertEquals(each.code().endsWith("high-response"), each.isHighResponse());
            assertEquals(each.code().replace("need-", "need, ").replace('-', ' '), each.label());
        }
    }

    @Test
    void whatIsExactlyAsExpectedIsNotHigh() {
        GapClass asAll = GapClass.of(200, 200, 1);

        assertFalse(asAll.isHighNeed());
        assertFalse(asAll.isHighResponse());
        assertTrue(GapClass.of(200.1, 200, 1).isHighNeed());
    }
}
