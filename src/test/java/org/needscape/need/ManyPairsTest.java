package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ManyPairsTest {

    /** 28 pairs of eight districts at 1 in 20 are 1.4. */
    @Test
    void amongManyPairsSomeDifferByChance() {
        assertEquals(
                "These are 28 pairs. Where nothing differs, about 1 pair in 20 differs by chance alone; among so many that is 1 or 2."
                        + " The pairs share places, so one unusual place shows in several of them.",
                ManyPairs.sentence(28));
        assertTrue(ManyPairs.sentence(20).contains("among so many that is 1."));
        assertTrue(ManyPairs.sentence(19).contains("up to 19 chances in 20 that at least one does."));
        assertTrue(ManyPairs.sentence(2).contains("up to 2 chances in 20 that at least one does."));
    }

    @Test
    void onePairIsNotMany() {
        assertEquals("", ManyPairs.sentence(1));
        assertEquals("", ManyPairs.sentence(0));
    }
}
