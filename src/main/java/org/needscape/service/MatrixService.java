package org.needscape.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.layer.LayerCsvWriter;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * The need matrix of the default scoring method: areas by factors, with the score, rank and tenth that the layer of the need score
 * shows. It is made of protected values, so that a hidden value neither stands in it nor moves any number of it. Safe for many
 * threads.
 */
public final class MatrixService {

    /** The only matrix so far. */
    static final String DEFAULT = "default";

    static final String TITLE = "Need matrix, default scoring method";

    /** Larger matrices are made each time they are asked for. */
    private static final int AREAS_HELD = 6_000;

    private final Store store;
    private final ProtectedObservations observations;
    private final NeedLayer need;
    private final Remembered<EncodedDocument> documents = new Remembered<>(8);

    public MatrixService(Store store, ProtectedObservations observations) {
        this.store = store;
        this.observations = observations;
        this.need = new NeedLayer(observations);
    }

    /**
     * A matrix in a list.
     *
     * @param id such as {@code default}
     * @param title for people
     * @param geography of its areas
     * @param extent which areas count
     */
    public record Heading(String id, String title, Geography geography, ExtentName extent) {}

    /**
     * The matrices of an extent: one where it has a need score, else none.
     *
     * @throws NotFoundException when there is no such extent
     */
    public List<Heading> list(ExtentName extent) {
        return store.read(session -> {
            requireExtent(session, extent);
            return kept(session, extent)
                    .map(LayerJson::read)
                    .map(layer -> List.of(new Heading(DEFAULT, TITLE, layer.geography(), extent)))
                    .orElse(List.of());
        });
    }

    /**
     * A matrix as JSON.
     *
     * @throws NotFoundException when there is no such extent, or it has no matrix of this id
     */
    public EncodedDocument json(ExtentName extent, String id) {
        return document(extent, id, "json", table -> EncodedDocument.bytes(out -> MatrixJson.write(table, out)));
    }

    /**
     * A matrix as CSV: what the layer of the need score has, and two columns for each factor.
     *
     * @throws NotFoundException when there is no such extent, or it has no matrix of this id
     */
    public EncodedDocument csv(ExtentName extent, String id) {
        return document(
                extent, id, "csv", table -> EncodedDocument.bytes(out -> LayerCsvWriter.write(table.asLayer(), out)));
    }

    /**
     * Which factor's weight, changed by how much, moves an area into the highest-need tenth or out of it, as JSON.
     *
     * @throws NotFoundException when there is no such extent, or it has no matrix of this id
     * @throws RejectedException when the matrix has too many areas, or its scores are not weighted means or sums
     */
    public EncodedDocument sensitivity(ExtentName extent, String id) {
        return document(
                extent, id, "sensitivity", table -> EncodedDocument.bytes(out -> SensitivityJson.write(table, out)));
    }

    private EncodedDocument document(ExtentName extent, String id, String format, Function<NeedTable, byte[]> writer) {
        return store.read(session -> {
            Extent found = requireExtent(session, extent);
            if (!id.equals(DEFAULT)) {
                throw new NotFoundException(
                        "The extent " + extent + " has no need matrix of that name; there is only " + DEFAULT + ".");
            }
            ResultStore.StoredResult kept =
                    session.results().find(extent, NeedLayer.KEY).orElseThrow(() -> noScore(extent));
            Layer score = LayerJson.read(kept.content());
            AreaFrame frame = AreaFrame.load(session, found, score.geography());
            if (frame.names().size() > AREAS_HELD) {
                return EncodedDocument.of(writer.apply(table(session, frame, score, kept.inputHash())));
            }
            return documents.get(
                    session.revision() + " " + format + " " + extent,
                    () -> EncodedDocument.of(writer.apply(table(session, frame, score, kept.inputHash()))));
        });
    }

    /** @param hash of what the kept score was made of; one that was made of something else is made again */
    private NeedTable table(StoreSession session, AreaFrame frame, Layer kept, String hash) {
        ExtentName extent = frame.extent().name();
        SeriesCatalog catalog =
                new SeriesCatalog(observations.listSeries(session, extent), observations.listIndicators(session));
        List<StoredSeries> series = NeedLayer.factors(catalog, frame.geography());
        if (series.size() < NeedLayer.FEWEST_FACTORS) {
            throw noScore(extent);
        }
        NeedMatrix matrix = need.matrix(session, frame, catalog, series);
        boolean current =
                need.manifest(session, frame, catalog, series).inputHash().equals(hash);
        Layer score = current ? kept : need.build(session, frame, catalog, series);
        Map<SeriesKey, Map<AreaCode, Value>> values = observations.listValues(
                session, series.stream().map(StoredSeries::key).toList(), extent);
        Map<String, StoredSeries> byColumn = new TreeMap<>();
        series.forEach(each -> byColumn.put(each.key().indicator().value(), each));
        List<NeedTable.Factor> factors = matrix.factors().stream()
                .map(factor -> factor(
                        frame,
                        catalog,
                        factor,
                        Optional.ofNullable(byColumn.get(factor.column())).orElseThrow(),
                        values))
                .toList();
        List<StoredSeries> restricted = series.stream()
                .filter(each -> catalog.definition(each).sensitivity() == Sensitivity.RESTRICTED)
                .toList();
        return new NeedTable(
                score.in(frame.layerId(NeedLayer.KEY), frame.extent()),
                frame,
                matrix,
                factors,
                restricted.isEmpty()
                        ? Optional.empty()
                        : observations.hiding(session, restricted).map(Cautions::hidden));
    }

    private static NeedTable.Factor factor(
            AreaFrame frame,
            SeriesCatalog catalog,
            NeedFactor factor,
            StoredSeries series,
            Map<SeriesKey, Map<AreaCode, Value>> values) {
        Map<AreaCode, Value> byArea = values.getOrDefault(series.key(), Map.of());
        return new NeedTable.Factor(
                factor,
                catalog.definition(series),
                series.key().period().text(),
                frame.layerId(IndicatorLayer.key(series)),
                frame.names().keySet().stream()
                        .map(code -> byArea.getOrDefault(code, Value.notAvailable()))
                        .toList());
    }

    private static Optional<String> kept(StoreSession session, ExtentName extent) {
        return session.results().find(extent, NeedLayer.KEY).map(ResultStore.StoredResult::content);
    }

    private static Extent requireExtent(StoreSession session, ExtentName extent) {
        return session.areas()
                .findExtent(extent)
                .orElseThrow(() -> new NotFoundException("There is no extent " + extent + "."));
    }

    private static NotFoundException noScore(ExtentName extent) {
        return new NotFoundException("The extent " + extent
                + " has no need score, and so no need matrix: it takes at least "
                + NeedLayer.FEWEST_FACTORS + " measures that are no bare counts and whose codebook says which end means"
                + " more need. Import them first.");
    }
}
