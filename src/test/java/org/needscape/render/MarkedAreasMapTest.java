package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two squares of one kilometre side by side, the eastern one marked. */
class MarkedAreasMapTest {

    private static final MapShape WEST = square("West", "", 400_000);
    private static final MapShape EAST = square("East <&> \"side\"", "1", 401_000);

    /** 2,000 m are 668 pixels wide, so each square is 334, from a margin of 6. */
    @Test
    void areasAreDrawnToScaleWithNorthUp() {
        String svg = map(WEST, EAST);

        assertTrue(svg.contains("d=\"M6,340L340,340L340,6L6,6L6,340Z\""), svg);
        assertTrue(svg.contains("d=\"M340,340L674,340L674,6L340,6L340,340Z\""), svg);
        assertTrue(svg.contains("viewBox=\"0 0 680 376\""), svg);
    }

    @Test
    void markedAreaHasPatternBorderAndLabelAndIsDrawnLast() {
        String svg = map(EAST, WEST);

        assertTrue(svg.indexOf("url(#marked)") > svg.indexOf("<title>West</title>"), svg);
        assertTrue(svg.contains("stroke-width=\"4\" paint-order=\"stroke\">1</text>"), svg);
        assertEquals(1, svg.split("<path[^>]*url\\(#marked\\)", -1).length - 1);
        assertTrue(svg.contains(">Chosen</text>") && svg.contains(">Not chosen</text>"), svg);
    }

    @Test
    void readersWhoDoNotSeeItAreToldAndNothingIsMarkup() {
        String svg = map(WEST, EAST);

        assertTrue(svg.contains("<title id=\"map-title\">Map</title>"), svg);
        assertTrue(svg.contains("<desc id=\"map-desc\">One of two.</desc>"), svg);
        assertTrue(svg.contains("East &lt;&amp;&gt; &quot;side&quot;"), svg);
        assertFalse(svg.contains("style="), svg);
    }

    @Test
    void cornersThatAreOneOnPaperAreOne() {
        MapShape dense = new MapShape(
                "Dense",
                "",
                new MapPoint(400_500, 300_500),
                List.of(List.of(
                        new MapPoint(400_000, 300_000),
                        new MapPoint(400_000.5, 300_000),
                        new MapPoint(401_000, 300_000),
                        new MapPoint(401_000, 301_000))));

        assertTrue(map(dense).contains("d=\"M36,614L644,614L644,6Z\""), map(dense));
    }

    @Test
    void nothingToDrawIsNoMap() {
        assertEquals("", map());
    }

    private static String map(MapShape... shapes) {
        return MarkedAreasMap.svg("Map", "One of two.", "Chosen", "Not chosen", List.of(shapes));
    }

    private static MapShape square(String name, String label, double west) {
        return new MapShape(
                name,
                label,
                new MapPoint(west + 500, 300_500),
                List.of(List.of(
                        new MapPoint(west, 300_000),
                        new MapPoint(west + 1_000, 300_000),
                        new MapPoint(west + 1_000, 301_000),
                        new MapPoint(west, 301_000),
                        new MapPoint(west, 300_000))));
    }
}
