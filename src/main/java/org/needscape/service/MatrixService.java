package org.needscape.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.indicator.Period;
import org.needscape.protection.ProtectedObservations;
import org.needscape.recipe.RecipeDocument;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Need matrices: areas by factors, with the score, rank and tenth that the layer of the need score shows. They are made of protected
 * values, so that a hidden value neither stands in them nor moves any number of them. Safe for many threads.
 */
public final class MatrixService {

    /** Larger matrices are made each time they are asked for. */
    private static final int AREAS_HELD = 6_000;

    private final Store store;
    private final ProtectedObservations observations;
    private final DocumentService layerDocuments;
    private final NeedTables tables;
    private final Remembered<EncodedDocument> documents = new Remembered<>(16);

    public MatrixService(
            Store store, ProtectedObservations observations, Adjacency adjacency, DocumentService layerDocuments) {
        this.store = store;
        this.observations = observations;
        this.layerDocuments = layerDocuments;
        this.tables = new NeedTables(observations, adjacency);
    }

    /**
     * A matrix in a list.
     *
     * @param method how it scores
     * @param geography of its areas
     * @param extent which areas count
     */
    public record Heading(ScoringMethod method, Geography geography, ExtentName extent) {

        /** For people. */
        public String title() {
            return MethodWords.matrixTitle(method);
        }
    }

    /**
     * Which matrix.
     *
     * @param extent which areas count
     * @param method id of a scoring method
     * @param version of it; empty for the latest
     * @param geography of the areas; empty for the latest small areas that have its figures
     * @param period of the figures where the method names none; empty for the latest of each
     * @param most of how many areas with most need it is said how likely each is among them; empty for ten
     */
    public record Question(
            ExtentName extent,
            String method,
            Optional<Integer> version,
            Optional<Geography> geography,
            Optional<Period> period,
            Optional<Integer> most) {

        /** The usual matrix of a method. */
        public static Question of(ExtentName extent, String method) {
            return new Question(extent, method, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The same of a recipe that is not saved. */
        private AppliedMethod apply(SeriesCatalog catalog, RecipeDocument document) {
            return AppliedMethod.of(
                    new ScoringMethod(UNSAVED, 0, Optional.empty(), document), catalog, geography, period);
        }
    }

    /** The id of a method that is not saved. */
    private static final String UNSAVED = "unsaved";

    /** The extents of the store. */
    public List<ExtentName> extents() {
        return store.read(session -> session.areas().listExtents()).stream()
                .map(Extent::name)
                .toList();
    }

    /**
     * The matrices of an extent: of the default method and of every saved one that has its figures there.
     *
     * @throws NotFoundException when there is no such extent
     */
    public List<Heading> list(ExtentName extent) {
        return store.read(session -> {
            requireExtent(session, extent);
            SeriesCatalog catalog = SeriesCatalog.of(session, observations, extent);
            List<Heading> headings = new ArrayList<>();
            defaultMethod(catalog, Question.of(extent, DefaultMethod.ID))
                    .ifPresent(applied -> headings.add(new Heading(applied.method(), applied.geography(), extent)));
            List<ScoringMethod> methods = new ArrayList<>(RecipeService.latest(session));
            methods.addAll(ShippedMethods.list());
            for (ScoringMethod method : methods) {
                AppliedMethod.find(method, catalog, Optional.empty(), Optional.empty())
                        .ifPresent(applied -> headings.add(new Heading(method, applied.geography(), extent)));
            }
            return headings;
        });
    }

    /**
     * A matrix as a document, remembered while the store does not change.
     *
     * @throws NotFoundException when there is no such extent, method or version
     * @throws RejectedException when a factor has no figures there, with the field of each
     */
    public EncodedDocument document(Question question, MatrixFormat format) {
        return document(question, format.code(), table -> write(table, format));
    }

    /**
     * Which factor's weight, changed by how much, moves an area into the highest-need tenth or out of it, as JSON.
     *
     * @throws NotFoundException when there is no such extent, method or version
     * @throws RejectedException when a factor has no figures there, the matrix has too many areas, or its scores are not weighted means
     *     or sums
     */
    public EncodedDocument sensitivity(Question question) {
        return document(
                question,
                "sensitivity",
                table -> EncodedDocument.of(EncodedDocument.bytes(out -> SensitivityJson.write(table, out))));
    }

    private EncodedDocument document(Question question, String form, Function<NeedTable, EncodedDocument> writer) {
        return store.read(session -> {
            Extent extent = requireExtent(session, question.extent());
            AppliedMethod applied = apply(session, question);
            AreaFrame frame = AreaFrame.load(session, extent, applied.geography());
            if (frame.names().size() > AREAS_HELD) {
                return writer.apply(tables.of(session, frame, applied, question.most()));
            }
            return documents.get(
                    session.revision() + " " + form + " " + question,
                    () -> writer.apply(tables.of(session, frame, applied, question.most())));
        });
    }

    /**
     * The matrix of a recipe that is not saved, as JSON.
     *
     * @param json the recipe
     * @param question which extent, geography and period
     * @throws RejectedException when it is no recipe, or a factor has no figures there, with the field of each
     */
    public EncodedDocument run(String json, Question question) {
        RecipeDocument document = RecipeService.parse(json);
        return store.read(session -> {
            Extent extent = requireExtent(session, question.extent());
            AppliedMethod applied = question.apply(SeriesCatalog.of(session, observations, extent.name()), document);
            AreaFrame frame = AreaFrame.load(session, extent, applied.geography());
            return write(tables.of(session, frame, applied, question.most()), MatrixFormat.JSON);
        });
    }

    private EncodedDocument write(NeedTable table, MatrixFormat format) {
        return EncodedDocument.of(EncodedDocument.bytes(out -> write(table, format, out)));
    }

    private void write(NeedTable table, MatrixFormat format, OutputStream out) throws IOException {
        Optional<LayerFormat> layerFormat = format.layerFormat();
        if (layerFormat.isPresent()) {
            layerDocuments.write(table.asLayer(), layerFormat.get(), out);
        } else {
            MatrixJson.write(table, out);
        }
    }

    private AppliedMethod apply(StoreSession session, Question question) {
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, question.extent());
        if (question.method().equals(DefaultMethod.ID)) {
            if (question.version().isPresent()) {
                throw new RejectedException(
                        "version", "The default scoring method follows from what is loaded and has no versions.");
            }
            return defaultMethod(catalog, question).orElseThrow(() -> noScore(question));
        }
        return AppliedMethod.of(
                RecipeService.find(session, question.method(), question.version()),
                catalog,
                question.geography(),
                question.period());
    }

    /** Of the latest small areas that have enough circumstances, as for the layer. */
    private static Optional<AppliedMethod> defaultMethod(SeriesCatalog catalog, Question question) {
        return catalog.geographies().stream()
                .filter(geography ->
                        question.geography().map(geography::equals).orElse(geography.level() == Level.LSOA))
                .sorted(java.util.Comparator.reverseOrder())
                .flatMap(geography -> DefaultMethod.find(catalog, geography, question.period()).stream())
                .findFirst();
    }

    private static Extent requireExtent(StoreSession session, ExtentName extent) {
        return session.areas()
                .findExtent(extent)
                .orElseThrow(() -> new NotFoundException("There is no extent " + extent + "."));
    }

    private static RuntimeException noScore(Question question) {
        if (question.period().isPresent() || question.geography().isPresent()) {
            return new RejectedException(
                    question.period().isPresent() ? "period" : "geography",
                    "The default scoring method takes at least " + DefaultMethod.FEWEST_FACTORS
                            + " measures, and there are fewer of this period and geography.");
        }
        return new NotFoundException("The extent " + question.extent()
                + " has no need score, and so no need matrix: it takes at least "
                + DefaultMethod.FEWEST_FACTORS
                + " measures that are no bare counts and whose codebook says which end means"
                + " more need. Import them first.");
    }
}
