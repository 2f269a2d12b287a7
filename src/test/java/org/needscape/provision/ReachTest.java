package org.needscape.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;
import org.needscape.provision.Reach.Home;
import org.needscape.provision.Reach.Spot;

/** A street along which an area of 100, 200, 300 … children follows every 1,000 metres. */
class ReachTest {

    private static final List<Home> STREET = List.of(
            new Home(new Spot(0, 0), Value.known(100)),
            new Home(new Spot(1000, 0), Value.known(200)),
            new Home(new Spot(2000, 0), Value.known(300)),
            new Home(new Spot(3000, 0), Value.known(400)));

    @Test
    void distanceItselfIsWithin() {
        assertEquals(new Reach(1000, 2, 0, Value.known(300)), Reach.of(List.of(new Spot(0, 0)), STREET, 1000));
        assertEquals(new Reach(999.9, 1, 0, Value.known(100)), Reach.of(List.of(new Spot(0, 0)), STREET, 999.9));
        // 3, 4, 5: 600 across and 800 along is 1,000 away.
        assertEquals(new Reach(1000, 1, 0, Value.known(100)), Reach.of(List.of(new Spot(-800, 600)), STREET, 1000));
    }

    @Test
    void areaNearTwoSitesCountsOnce() {
        assertEquals(
                new Reach(1000, 3, 0, Value.known(600)),
                Reach.of(List.of(new Spot(0, 0), new Spot(1500, 0)), STREET, 1000));
    }

    @Test
    void nobodyIsReachedFromNowhereAndNotKnownStaysNotKnown() {
        List<Home> street = new ArrayList<>(STREET);
        street.add(new Home(new Spot(0, 500), Value.notAvailable()));

        assertEquals(new Reach(1000, 0, 0, Value.known(0)), Reach.of(List.of(), STREET, 1000));
        assertEquals(new Reach(1000, 3, 1, Value.notAvailable()), Reach.of(List.of(new Spot(0, 0)), street, 1000));
        assertEquals(new Reach(1000, 2, 0, Value.known(700)), Reach.of(List.of(new Spot(3000, 0)), street, 1000));
    }

    @Test
    void distanceMustBeOne() {
        for (double metres : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Reach.of(List.of(), STREET, metres));
        }
    }

    @Property(tries = 200)
    void moreSitesAndMoreMetresNeverReachFewer(
            @ForAll @Size(max = 6) List<@IntRange(min = -5000, max = 8000) Integer> sites,
            @ForAll @IntRange(min = 1, max = 9000) int metres,
            @ForAll @IntRange(min = 0, max = 4000) int more) {
        List<Spot> spots = sites.stream().map(at -> new Spot(at, 0)).toList();
        List<Spot> further = new ArrayList<>(spots);
        further.add(new Spot(1234, 0));
        int areas = Reach.of(spots, STREET, metres).areas();

        assertTrue(Reach.of(spots, STREET, metres + more).areas() >= areas);
        assertTrue(Reach.of(further, STREET, metres).areas() >= areas);
        assertTrue(areas <= STREET.size());
    }
}
