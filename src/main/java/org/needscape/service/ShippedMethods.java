package org.needscape.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.needscape.recipe.RecipeDocument;

/** The scoring methods that come with the program, the same in every store. */
final class ShippedMethods {

    private static final List<String> IDS = List.of("indices-of-deprivation-2019", "indices-of-deprivation-2025");

    private ShippedMethods() {}

    /** Read once, when they are first needed. */
    private static final class Holder {

        private static final List<ScoringMethod> ALL =
                IDS.stream().map(ShippedMethods::load).toList();
    }

    static List<ScoringMethod> list() {
        return Holder.ALL;
    }

    static Optional<ScoringMethod> find(String id) {
        return list().stream().filter(method -> method.id().equals(id)).findFirst();
    }

    private static ScoringMethod load(String id) {
        String resource = "/recipes/" + id + ".json";
        try (InputStream in = ShippedMethods.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + resource + ".");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ScoringMethod(id, 1, Optional.empty(), RecipeDocument.parse(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The program's file " + resource + " cannot be read.", unreadable);
        }
    }
}
