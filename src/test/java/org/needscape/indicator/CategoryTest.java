package org.needscape.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryTest {

    @Test
    void categoryNamesItsBreakdown() {
        Category girls = Category.parse("sex: girls");
        assertEquals(new Category("sex", "girls"), girls);
        assertEquals("sex: girls", girls.text());
        assertEquals("Sex", girls.breakdownTitle());
        assertFalse(girls.isAll());
    }

    @Test
    void categoryOfAFileWithoutBreakdownsIsItsOwnText() {
        Category neglect = Category.parse("neglect");
        assertEquals(new Category("", "neglect"), neglect);
        assertEquals("neglect", neglect.text());
        assertEquals("Category", neglect.breakdownTitle());
    }

    @Test
    void allChildrenAreNoCategory() {
        assertEquals(Category.ALL, Category.parse(SeriesKey.ALL));
        assertTrue(Category.ALL.isAll());
        assertFalse(Category.parse("sex: all").isAll());
    }

    @ParameterizedTest
    @ValueSource(strings = {": girls", "girls:", "16:30", "girls: "})
    void aColonAloneDividesNothing(String text) {
        assertEquals(new Category("", text), Category.parse(text));
    }

    @Test
    void categoryThatCouldNotBeReadBackIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new Category("", "abuse: physical"));
        assertTrue(refused.getMessage().contains("'abuse: physical'"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Category("sex: now", "girls"));
        assertThrows(IllegalArgumentException.class, () -> new Category("sex", " "));
    }

    @Property
    void everyTextIsReadAndWrittenBack(@ForAll String text) {
        Assume.that(!text.isBlank());
        assertEquals(text, Category.parse(text).text());
    }

    @Property
    void categoriesAreOrderedByBreakdownFirst(@ForAll String first, @ForAll String second) {
        Assume.that(!first.isBlank() && !second.isBlank());
        assertTrue(Category.parse("age: " + first).compareTo(Category.parse("sex: " + second)) < 0);
    }
}
