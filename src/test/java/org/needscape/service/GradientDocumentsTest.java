package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GradientDocumentsTest {

    /** Decile 1 has a rate of 50, decile 2 is hidden: drawn as zero it would say that there are none, and so would a merged one. */
    @Test
    void hiddenDecileIsDrawnAsHiddenAndNeverAsZero() {
        String svg = GradientDocuments.chart(
                """
                {"title": "Looked after by deprivation", "fictional": false, "unit": "per 10,000", "deciles": [
                  {"decile": 1, "lastDecile": 1, "population": 10000, "count": 50},
                  {"decile": 2, "lastDecile": 2, "population": 8000, "count": null},
                  {"decile": 3, "lastDecile": 3, "population": 9000, "count": 27}
                ]}
                """);

        assertTrue(svg.contains("Decile 1: 50.0"), svg);
        assertTrue(svg.contains("Decile 3: 30.0"), svg);
        assertTrue(svg.contains("hidden"), svg);
        assertFalse(svg.contains("Decile 2: 0"), svg);
        assertFalse(svg.contains("Deciles 2"), svg);
    }
}
