package org.needscape.service;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.layer.Layer;
import org.needscape.store.Store;
import org.needscape.store.TargetSetStore.SavedRevision;

/** The areas of exactly one revision of a target area set as a file, whatever has been saved since. Safe for many threads. */
public final class TargetExports {

    private static final String BASE = "areas";

    /** What stands behind {@code areas} in an address. */
    private static final Map<String, LayerFormat> ENDINGS = Map.of(
            ".csv", LayerFormat.CSV,
            ".geojson", LayerFormat.GEOJSON,
            ".gpkg", LayerFormat.GEOPACKAGE,
            ".zip", LayerFormat.SHAPEFILE);

    private final Store store;
    private final DocumentService documents;

    public TargetExports(Store store, DocumentService documents) {
        this.store = store;
        this.documents = documents;
    }

    /**
     * A file.
     *
     * @param name under which it is kept
     * @param mediaType of it
     * @param content the bytes
     */
    public record Exported(String name, String mediaType, EncodedDocument content) {}

    /**
     * The areas of a revision.
     *
     * @param document {@code areas.csv}, {@code areas.geojson}, {@code areas.gpkg} or {@code areas.zip}, the shapefile
     * @throws NotFoundException when there is no such revision or document, or its boundaries are not loaded any more
     */
    public Exported get(ExtentName extent, String id, int revision, String document) {
        String ending = document.startsWith(BASE) ? document.substring(BASE.length()) : "";
        LayerFormat format = Optional.ofNullable(ENDINGS.get(ending))
                .orElseThrow(() -> new NotFoundException("The areas of a revision are "
                        + Arrays.stream(new String[] {".csv", ".geojson", ".gpkg", ".zip"})
                                .map(BASE::concat)
                                .collect(Collectors.joining(", "))
                        + "."));
        Layer layer = layer(extent, id, revision);
        return new Exported(
                layer.id().value().replace('@', '-') + ending,
                format.mediaType(),
                EncodedDocument.of(EncodedDocument.bytes(out -> documents.write(layer, format, out))));
    }

    private Layer layer(ExtentName name, String id, int number) {
        return store.read(session -> {
            Extent extent = TargetGrounds.requireExtent(session, name);
            SavedRevision revision = TargetRevisions.find(session, name, id, Optional.of(number));
            SavedRevision latest = TargetRevisions.find(session, name, id, Optional.empty());
            TargetLayer target = TargetLayer.of(revision, latest);
            Geography geography = target.geography()
                    .filter(session.areas().listGeographies(name)::contains)
                    .orElseThrow(() -> new NotFoundException(
                            "The boundaries that revision " + number + " of " + id + " was chosen in are not loaded."));
            AreaFrame frame = AreaFrame.load(session, extent, geography);
            return target.build(frame, frame.layerId(target.key() + "-revision-" + number));
        });
    }
}
