package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.needscape.store.TinyCounty.NOON;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.store.RecipeStore.SavedRecipe;

/** What every store promises about saved scoring methods. */
public abstract class RecipeStoreContractTest {

    private static final SavedRecipe FIRST =
            recipe("cartref-cyntaf", 1, "{\"name\":\"Cartref cyntaf: 'tŷ' & aelwyd\"}");
    private static final SavedRecipe SECOND = recipe("cartref-cyntaf", 2, "{\"name\":\"Cartref\"}");
    private static final SavedRecipe OTHER = recipe("ab", 1, "{}");

    private Store store;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyVersionComesBackAsItWasSaved() {
        List.of(FIRST, OTHER, SECOND).forEach(this::add);

        assertEquals(List.of(OTHER, FIRST, SECOND), read(RecipeStore::list));
        assertEquals(Optional.of(FIRST), read(recipes -> recipes.find("cartref-cyntaf", 1)));
        assertEquals(Optional.of(SECOND), read(recipes -> recipes.findLatest("cartref-cyntaf")));
        assertEquals(Optional.empty(), read(recipes -> recipes.find("cartref-cyntaf", 3)));
        assertEquals(Optional.empty(), read(recipes -> recipes.findLatest("none")));
    }

    @Test
    void versionThatIsThereIsNeverChangedAndNoneIsLeftOut() {
        add(FIRST);

        assertThrows(IllegalArgumentException.class, () -> add(FIRST));
        assertThrows(IllegalArgumentException.class, () -> add(recipe("cartref-cyntaf", 1, "{\"other\":1}")));
        assertThrows(IllegalArgumentException.class, () -> add(recipe("cartref-cyntaf", 3, "{}")));
        assertThrows(IllegalArgumentException.class, () -> add(recipe("new", 2, "{}")));
        assertEquals(List.of(FIRST), read(RecipeStore::list));
    }

    @Test
    void savingMakesANewRevision() {
        String before = store.read(StoreSession::revision);

        add(FIRST);

        assertNotEquals(before, store.read(StoreSession::revision));
    }

    private static SavedRecipe recipe(String id, int version, String document) {
        return new SavedRecipe(id, version, NOON.plusSeconds(version), "ab12", document);
    }

    private void add(SavedRecipe recipe) {
        store.write(session -> {
            session.recipes().add(recipe);
            return recipe.id();
        });
    }

    private <T> T read(Function<RecipeStore, T> question) {
        return store.read(session -> question.apply(session.recipes()));
    }
}
