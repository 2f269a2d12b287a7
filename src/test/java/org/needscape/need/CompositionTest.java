package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;
import org.needscape.stats.Estimate;

class CompositionTest {

    @Test
    void sharesHaveWilsonsLimits() {
        // Wilson's formula in base R: 17 of 50.
        Composition composition = Composition.of(
                "Sex",
                List.of(
                        new Composition.Category("Female", Value.known(17)),
                        new Composition.Category("Male", Value.known(33))));

        Estimate share = composition.parts().get(0).share().estimate().orElseThrow();
        assertEquals(0.34, share.estimate(), 1e-15);
        assertEquals(0.224369492, share.lower(), 5e-10);
        assertEquals(0.478461740, share.upper(), 5e-9);
        assertEquals(List.of(), composition.notes());
    }

    @Test
    void aHiddenPartHidesTheTotalUnlessThatIsKnownByItself() {
        List<Composition.Category> categories = List.of(
                new Composition.Category("Neglect", Value.known(341)),
                new Composition.Category("Physical abuse", Value.suppressed()));

        Composition added = Composition.of("Category of abuse", categories);
        assertEquals(
                "Not computed: the total is hidden to protect children.",
                added.parts().get(0).share().reason());
        Composition published = Composition.of("Category of abuse", categories, Value.known(624));
        assertEquals(
                341 / 624.0,
                published.parts().get(0).share().estimate().orElseThrow().estimate(),
                1e-15);
        assertEquals(
                "Not computed: the count is hidden to protect children.",
                published.parts().get(1).share().reason());
    }

    @Test
    void categoriesThatDoNotAddUpAreSaid() {
        Composition composition =
                Composition.of("Age", List.of(new Composition.Category("Under 1", Value.known(96))), Value.known(100));

        assertEquals(
                List.of(
                        "The categories add up to 96, not to the total of 100: a category is missing, or events are in several."),
                composition.notes());
        Composition more =
                Composition.of("Age", List.of(new Composition.Category("Under 1", Value.known(5))), Value.known(4));
        assertTrue(more.parts().get(0).share().reason().contains("more events than there are in all"));
    }

    @Test
    void nothingHasNoShares() {
        Composition none = Composition.of("Sex", List.of(new Composition.Category("Female", Value.known(0))));

        assertEquals(
                "Not computed: there are no events.",
                none.parts().get(0).share().reason());
        assertEquals(List.of(), Composition.of("Sex", List.of()).parts());
    }
}
