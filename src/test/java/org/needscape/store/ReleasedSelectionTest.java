package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.NOON;
import static org.needscape.store.TinyCounty.code;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReleasedSelectionTest {

    @Test
    void theSameAreasAreTheSameSelectionWhateverTheirOrder() {
        assertEquals(
                new ReleasedSelection(List.of(code(1), code(2)), NOON),
                new ReleasedSelection(List.of(code(2), code(1), code(2)), NOON));
    }

    @Test
    void selectionOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ReleasedSelection(List.of(), NOON));
    }
}
