package org.needscape.service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.progress.Progress;
import org.needscape.protection.ProtectedObservations;
import org.needscape.recipe.RecipeDocument;
import org.needscape.recipe.RecipeSchema;
import org.needscape.recipe.WrongRecipeException;
import org.needscape.service.RejectedException.Violation;
import org.needscape.store.RecipeStore;
import org.needscape.store.RecipeStore.SavedRecipe;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Saved scoring methods: kept for good, a change is a new version. What cannot be computed with anything that is loaded is not saved.
 * Safe for many threads.
 */
public final class RecipeService {

    private static final Set<String> TAKEN = Set.of(DefaultMethod.ID, "schema");

    private final Store store;
    private final ProtectedObservations observations;
    private final NeedLayer need;
    private final StandardResults standardResults;
    private final Clock clock;

    public RecipeService(
            Store store,
            ProtectedObservations observations,
            Adjacency adjacency,
            StandardResults standardResults,
            Clock clock) {
        this.store = store;
        this.observations = observations;
        this.need = new NeedLayer(observations, adjacency);
        this.standardResults = standardResults;
        this.clock = clock;
    }

    /**
     * A scoring method and its versions.
     *
     * @param method the version that was asked for
     * @param versions all of them, oldest first
     */
    public record History(ScoringMethod method, List<ScoringMethod> versions) {

        public History {
            versions = List.copyOf(versions);
        }
    }

    /** What a recipe may hold, as a JSON Schema. */
    public static String schema() {
        return RecipeSchema.text();
    }

    /** The latest version of every method, those that come with the program first. */
    public List<ScoringMethod> list() {
        List<ScoringMethod> all = new ArrayList<>(ShippedMethods.list());
        all.addAll(store.read(RecipeService::latest));
        return all;
    }

    /** The latest version of every saved method, by id. */
    static List<ScoringMethod> latest(StoreSession session) {
        Map<String, SavedRecipe> latest = new LinkedHashMap<>();
        session.recipes().list().forEach(recipe -> latest.put(recipe.id(), recipe));
        return latest.values().stream().map(ScoringMethod::of).toList();
    }

    /**
     * A method with its history.
     *
     * @param version empty for the latest
     * @throws NotFoundException when there is no such method or version
     */
    public History get(String id, Optional<Integer> version) {
        return store.read(session -> {
            ScoringMethod method = find(session, id, version);
            List<ScoringMethod> versions = session.recipes().list().stream()
                    .filter(recipe -> recipe.id().equals(id))
                    .map(ScoringMethod::of)
                    .toList();
            return new History(method, versions.isEmpty() ? List.of(method) : versions);
        });
    }

    /** @throws NotFoundException when there is no such method or version */
    static ScoringMethod find(StoreSession session, String id, Optional<Integer> version) {
        Optional<ScoringMethod> shipped = ShippedMethods.find(id)
                .filter(method ->
                        version.map(number -> number == method.version()).orElse(true));
        RecipeStore recipes = session.recipes();
        return shipped.or(() -> version.map(number -> recipes.find(id, number))
                        .orElseGet(() -> recipes.findLatest(id))
                        .map(ScoringMethod::of))
                .orElseThrow(() -> new NotFoundException("There is no scoring method " + id
                        + version.map(number -> " with a version " + number).orElse("") + "."));
    }

    /**
     * Saves a new method; its id is made of its name.
     *
     * @param json a recipe
     * @throws RejectedException when it is no recipe, a method of its name is there, or nothing can be computed with it; with the field
     *     of everything that is wrong. Nothing was saved
     */
    public ScoringMethod create(String json) {
        RecipeDocument document = parse(json);
        String id = Slugs.of(document.recipe().name(), "name");
        return save(document, (session, latest) -> {
            if (TAKEN.contains(id)
                    || ShippedMethods.find(id).isPresent()
                    || latest(session, id).isPresent()) {
                throw new RejectedException(
                        "name",
                        "There is a scoring method of this name (" + id
                                + "): give this one another name, or save it as a new version of that one.");
            }
            return id;
        });
    }

    /**
     * Saves a new version of a method; what it was before stays.
     *
     * @throws NotFoundException when there is no such method
     * @throws RejectedException as for {@link #create}, and when it says what the latest version says
     */
    public ScoringMethod addVersion(String id, String json) {
        RecipeDocument document = parse(json);
        return save(document, (session, latest) -> {
            SavedRecipe before = latest(session, id)
                    .orElseThrow(() -> new NotFoundException(
                            ShippedMethods.find(id).isPresent()
                                    ? "The scoring method " + id
                                            + " comes with the program and has no other versions: save a new method."
                                    : "There is no scoring method " + id + "."));
            if (before.document().equals(document.json())) {
                throw new RejectedException(
                        "",
                        "This is what version " + before.version() + " of " + id + " says already; nothing was saved.");
            }
            return id;
        });
    }

    /**
     * What a method can be made of in an extent: the measures that it has figures of.
     *
     * @throws NotFoundException when there is no such extent
     */
    public List<LoadedMeasure> listMeasures(ExtentName extent) {
        return store.read(session -> {
            if (session.areas().findExtent(extent).isEmpty()) {
                throw new NotFoundException("There is no extent " + extent + ".");
            }
            return LoadedMeasure.list(SeriesCatalog.of(session, observations, extent));
        });
    }

    /** Computes the layers of what was saved, in every extent that has the figures for it. */
    public void refresh(Progress progress) {
        standardResults.refresh(
                store.read(session -> session.areas().listExtents()).stream()
                        .map(Extent::name)
                        .toList(),
                progress);
    }

    /** Says under which id a method is saved, once it is sure that it may be. */
    private interface Naming {
        String idOf(StoreSession session, RecipeDocument document);
    }

    private ScoringMethod save(RecipeDocument document, Naming naming) {
        return store.write(session -> {
            session.protection().lock();
            String id = naming.idOf(session, document);
            MethodTrial.of(session, observations, need, document);
            SavedRecipe saved = new SavedRecipe(
                    id,
                    latest(session, id).map(SavedRecipe::version).orElse(0) + 1,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    Hashes.ofText(document.json()),
                    document.json());
            session.recipes().add(saved);
            return ScoringMethod.of(saved);
        });
    }

    private static Optional<SavedRecipe> latest(StoreSession session, String id) {
        return session.recipes().findLatest(id);
    }

    /** @throws RejectedException with everything that is wrong */
    static RecipeDocument parse(String json) {
        try {
            return RecipeDocument.parse(json);
        } catch (WrongRecipeException wrong) {
            throw new RejectedException(wrong.problems().stream()
                    .map(problem -> new Violation(problem.field(), sentence(problem)))
                    .toList());
        }
    }

    /** What is wrong with a document as a whole is said after the name of its file elsewhere; here it stands alone. */
    private static String sentence(WrongRecipeException.Problem problem) {
        String message = problem.message();
        return problem.field().isEmpty()
                ? message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1)
                : message;
    }
}
