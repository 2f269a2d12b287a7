package org.needscape.service;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.needscape.disclosure.Wording;
import org.needscape.geoio.layer.LayerCsvMetadata;
import org.needscape.indicator.Sensitivity;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerKind;
import org.needscape.protection.ExactObservations;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ExactUse;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * The one use of exact values: a layer for somebody on the store's own machine who says why. The use is recorded, for good, before
 * an exact value is read; a file that cannot be written afterwards does not take that back. What is read is not remembered.
 */
public final class ExactExport {

    /** What stands on everything that holds exact values. */
    public static final String MARKING = ExactLayers.MARKING;

    private final Store store;
    private final ProtectedObservations observations;
    private final LayerService layers;
    private final DocumentService documents;
    private final Clock clock;

    /** @param clock says when a use is recorded, and which data sets are past their end */
    public ExactExport(
            Store store,
            ProtectedObservations observations,
            LayerService layers,
            DocumentService documents,
            Clock clock) {
        this.store = store;
        this.observations = observations;
        this.layers = layers;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Who is given exact values.
     *
     * @param name one line of at most 200 characters
     */
    public record Recipient(String name) {

        /** @throws IllegalArgumentException with one sentence when the name cannot be kept */
        public Recipient {
            name = name.strip();
            new ExactUse(Instant.EPOCH, name, "a layer", "");
        }
    }

    /**
     * Why somebody needs exact values.
     *
     * @param text at most 1,000 characters, not blank
     */
    public record Reason(String text) {

        /** @throws IllegalArgumentException with one sentence when there is none or it cannot be kept */
        public Reason {
            text = text.strip();
            if (text.isEmpty()) {
                Wording.requireLine("The reason for using exact values", text, 1);
            }
            new ExactUse(Instant.EPOCH, "somebody", "a layer", text);
        }
    }

    /** A layer of exact values, ready to be written. */
    public final class ExactLayer {

        private final Layer layer;

        private ExactLayer(Layer layer) {
            this.layer = layer;
        }

        /** Writes it in a format. */
        public void write(LayerFormat format, OutputStream out) throws IOException {
            documents.write(layer, format, out);
        }

        /** Writes what the columns of its CSV mean, under the name that the CSV was given. */
        public void writeCsvMetadata(String csvName, OutputStream out) throws IOException {
            LayerCsvMetadata.write(layer, csvName, out);
        }
    }

    /**
     * Records a use and reads the exact values of a layer of rates or of a restricted indicator.
     *
     * @throws NotFoundException when there is no layer of this id
     * @throws RejectedException when the layer is another one; nothing is recorded then
     */
    public ExactLayer take(LayerId id, Recipient recipient, Reason reason) {
        LayerHeading heading = layers.heading(id);
        requireHiding(heading);
        ExactUse use = new ExactUse(
                clock.instant().truncatedTo(ChronoUnit.MICROS), recipient.name(), id.value(), reason.text());
        store.write(session -> {
            session.protection().addExactUse(use);
            return use;
        });
        return new ExactLayer(store.read(session -> read(session, heading))
                .orElseThrow(() -> new NotFoundException("There is no layer " + id
                        + " any more: it went while it was read. List the layers to see what there is.")));
    }

    private Optional<Layer> read(StoreSession session, LayerHeading heading) {
        SeriesCatalog catalog = catalog(session, heading);
        ExactLayers exact = new ExactLayers(new ExactObservations(clock), session, catalog);
        return heading.kind() == LayerKind.RATE
                ? exact.ofRates(heading)
                : restricted(catalog, heading).map(series -> exact.ofSeries(heading, series));
    }

    /** Only the layers that are made of counts themselves, and not what is computed from them, have exact values to give. */
    private void requireHiding(LayerHeading heading) {
        if (heading.kind() == LayerKind.RATE
                || store.read(session -> restricted(catalog(session, heading), heading))
                        .isPresent()) {
            return;
        }
        boolean computed = heading.kind() == LayerKind.NEED
                || heading.kind() == LayerKind.GAP
                || heading.kind() == LayerKind.HOTSPOT;
        throw new RejectedException(
                "exact",
                computed && layers.get(heading.id()).release().isPresent()
                        ? "The layer " + heading.id()
                                + " is computed from what everybody may see: name the rates or the"
                                + " indicator whose exact values are needed."
                        : "The layer " + heading.id() + " holds nothing that is hidden: export it without --exact.");
    }

    private SeriesCatalog catalog(StoreSession session, LayerHeading heading) {
        return SeriesCatalog.of(session, observations, heading.extent().name());
    }

    /** The series of a layer, when it is one of a restricted indicator. */
    private static Optional<StoredSeries> restricted(SeriesCatalog catalog, LayerHeading heading) {
        return catalog.all().stream()
                .filter(series -> IndicatorLayer.key(series).equals(heading.key()))
                .filter(series -> catalog.definition(series).sensitivity() == Sensitivity.RESTRICTED)
                .findFirst();
    }
}
