package org.needscape.geoio.shapefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.geoio.Shapes;

class RingAssemblyTest {

    private static final MultiPolygon EXPECTED = Shapes.multipartWithHoleAndIsland();

    @Test
    void partsHoleAndIslandInTheHoleComeTogetherInAnyOrder() {
        for (long seed = 0; seed < 20; seed++) {
            List<LinearRing> rings = rings(false);
            Collections.shuffle(rings, new Random(seed));

            assertSame(RingAssembly.assemble(rings, new GeometryFactory()));
        }
    }

    @Test
    void windingThatIsWrongThroughoutIsReplacedByDepth() {
        List<LinearRing> rings = new ArrayList<>();
        rings(false).forEach(ring -> rings.add(isClockwise(ring) ? ring.reverse() : ring));

        assertSame(RingAssembly.assemble(rings, new GeometryFactory()));
    }

    @Test
    void holeWithNothingAroundItIsAPart() {
        List<LinearRing> rings = new ArrayList<>();
        rings.add(rings(false).get(0));
        LinearRing alone =
                Shapes.square(30, 0).getGeometryN(0) instanceof Polygon square ? square.getExteriorRing() : null;
        rings.add(isClockwise(alone) ? alone.reverse() : alone);

        MultiPolygon assembled = RingAssembly.assemble(rings, new GeometryFactory());
        assertEquals(2, assembled.getNumGeometries());
        assertEquals(101e6, assembled.getArea(), 1e-6);
    }

    private static void assertSame(MultiPolygon assembled) {
        assertEquals(3, assembled.getNumGeometries());
        // 10 km x 10 km less a hole of 6 x 6, an island of 2 x 2 and a part of 1 x 1.
        assertEquals(69e6, assembled.getArea(), 1e-6);
        assertTrue(assembled.isValid());
        assertTrue(assembled.equalsTopo(EXPECTED));
    }

    /** Outer rings clockwise, the hole counter-clockwise, as a shapefile has them. */
    private static List<LinearRing> rings(boolean reversed) {
        List<LinearRing> rings = new ArrayList<>();
        for (int i = 0; i < EXPECTED.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) EXPECTED.getGeometryN(i);
            LinearRing shell = polygon.getExteriorRing();
            rings.add(isClockwise(shell) == reversed ? shell.reverse() : shell);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                LinearRing ring = polygon.getInteriorRingN(hole);
                rings.add(isClockwise(ring) == reversed ? ring : ring.reverse());
            }
        }
        return rings;
    }

    private static boolean isClockwise(LinearRing ring) {
        return !org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinateSequence());
    }
}
