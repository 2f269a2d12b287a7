package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;

class FalseDiscoveryRateTest {

    @Test
    void stepUpLooksAtLargerPValuesBeforeItGivesUp() {
        // By hand: 4 * 0.022 / 3 = 0.029333 is the smallest of the first three; a walk that stops at the first failure
        // (0.020 > 0.05 / 4) rejects none.
        double[] q = FalseDiscoveryRate.qValues(new double[] {0.020, 0.021, 0.022, 0.5});

        assertArrayEquals(new double[] {0.088 / 3, 0.088 / 3, 0.088 / 3, 0.5}, q, 1e-15);
    }

    @Test
    void orderOfTestsDoesNotMatter() {
        double[] q = FalseDiscoveryRate.qValues(new double[] {0.5, 0.022, 0.020, 0.021});

        assertArrayEquals(new double[] {0.5, 0.088 / 3, 0.088 / 3, 0.088 / 3}, q, 1e-15);
    }

    @Test
    void gridOf25RejectsAsManyAsReferenceAtEachLevel() {
        // p.adjust(method = "BH") in R on the two-sided p of the golden Gi* z: 5 at 0.10, 4 at 0.05, 4 at 0.01.
        double[] p = Arrays.stream(GridOf25.column("Gistar_z"))
                .map(Alternative.TWO_SIDED::pValue)
                .toArray();
        double[] q = FalseDiscoveryRate.qValues(p);

        assertEquals(5, Arrays.stream(q).filter(v -> v <= 0.10).count());
        assertEquals(4, Arrays.stream(q).filter(v -> v <= 0.05).count());
        assertEquals(4, Arrays.stream(q).filter(v -> v <= 0.01).count());
        assertEquals(0.00129226, Arrays.stream(p).sorted().toArray()[3], 1e-8);
        assertEquals(0.018124, Arrays.stream(p).sorted().toArray()[4], 5e-7);
    }

    @Test
    void benjaminiAndYekutieliAllowForAnyDependence() {
        // By hand: 1 + 1/2 + 1/3 + 1/4 = 25/12 times as much; p.adjust(method = "BY") in R gives 0.06111111 three
        // times, and 1.
        double[] q = FalseDiscoveryRate.BENJAMINI_YEKUTIELI.adjust(new double[] {0.020, 0.021, 0.022, 0.5});

        assertArrayEquals(new double[] {0.55 / 9, 0.55 / 9, 0.55 / 9, 1}, q, 1e-15);
        assertArrayEquals(new double[] {0.03}, FalseDiscoveryRate.BENJAMINI_YEKUTIELI.adjust(new double[] {0.03}));
        assertEquals(0, FalseDiscoveryRate.BENJAMINI_YEKUTIELI.adjust(new double[0]).length);
    }

    @Test
    void equalPValuesGetEqualQValues() {
        // By hand: 3 * 0.02 / 2 and 3 * 0.03 / 3.
        assertArrayEquals(
                new double[] {0.03, 0.03, 0.03}, FalseDiscoveryRate.qValues(new double[] {0.02, 0.03, 0.02}), 1e-15);
    }

    @Test
    void noTestsGiveNoValuesAndNonsenseIsRefused() {
        assertEquals(0, FalseDiscoveryRate.qValues(new double[0]).length);
        assertThrows(IllegalArgumentException.class, () -> FalseDiscoveryRate.qValues(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> FalseDiscoveryRate.qValues(new double[] {-1}));
    }
}
