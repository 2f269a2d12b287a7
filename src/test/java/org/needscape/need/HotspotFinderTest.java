package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.Neighbours;
import org.needscape.stats.Alternative;

class HotspotFinderTest {

    @Test
    void hotspotsOfTheGridAreThoseOfTheReference() {
        // spdep localG with Benjamini-Hochberg at 5 %: 7 8 12 13.
        List<Hotspot> found = find(values());

        assertEquals(
                List.of("7", "8", "12", "13"),
                found.stream()
                        .filter(hotspot -> hotspot.hotspotClass() == HotspotClass.HOT)
                        .map(hotspot -> hotspot.area().value())
                        .toList());
        assertEquals(3.759799, found.get(6).z().number().orElseThrow(), 5.1e-7);
        assertEquals(8, found.get(6).neighbourCount());
        assertEquals("", found.get(6).reason());
    }

    @Test
    void hiddenAndMissingAreasAreNotComputedForTheirOwnReason() {
        List<Value> values = new ArrayList<>(values());
        values.set(0, Value.suppressed());
        values.set(24, Value.notAvailable());
        List<Hotspot> found = find(values);

        assertEquals(HotspotClass.NOT_COMPUTED, found.get(0).hotspotClass());
        assertEquals("suppressed", found.get(0).reason());
        assertEquals(Value.suppressed(), found.get(0).z());
        assertEquals("missing", found.get(24).reason());
        assertEquals(7, found.get(6).neighbourCount());
        assertTrue(found.get(6).q().isKnown());
    }

    private static List<Value> values() {
        double[] cases = GridOf25.column("cases");
        double[] pop = GridOf25.column("pop");
        return IntStream.range(0, 25)
                .mapToObj(i -> Value.known(10_000 * cases[i] / pop[i]))
                .toList();
    }

    private static List<Hotspot> find(List<Value> values) {
        return HotspotFinder.find(
                IntStream.rangeClosed(1, 25)
                        .mapToObj(i -> new AreaCode(Integer.toString(i)))
                        .toList(),
                values,
                Neighbours.ofLists(GridOf25.queenNeighbours()),
                GetisOrd.GI_STAR,
                Alternative.TWO_SIDED);
    }
}
