package org.needscape.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.layer.GeometryGeoJsonWriter;
import org.needscape.geoio.layer.LayerCsvMetadata;
import org.needscape.geoio.layer.LayerCsvWriter;
import org.needscape.geoio.layer.LayerGeoJsonWriter;
import org.needscape.geoio.layer.LayerGeoPackageWriter;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.geoio.layer.LayerShapefileWriter;
import org.needscape.geoio.layer.LayerXlsxWriter;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerId;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Layers and boundaries as documents, remembered while the store does not change. A document is small enough to hold as long as an
 * extent has a county's number of areas; larger ones are to be written straight to where they go.
 */
public final class DocumentService {

    /** Extents with more areas than this are streamed and not remembered. */
    private static final int AREAS_HELD = 6_000;

    private final Store store;
    private final LayerService layers;
    private final Remembered<EncodedDocument> documents = new Remembered<>(96);
    private final Remembered<Map<AreaCode, MultiPolygon>> boundaries = new Remembered<>(4);

    public DocumentService(Store store, LayerService layers) {
        this.store = store;
        this.layers = layers;
    }

    /** A layer in a format, held in memory. */
    public EncodedDocument layer(LayerId id, LayerFormat format) {
        Layer layer = layers.get(id);
        return documents.get(
                layers.revisionOf(id) + " " + format + " " + id,
                () -> EncodedDocument.of(EncodedDocument.bytes(out -> write(layer, format, out))));
    }

    /** Whether a layer is small enough for {@link #layer}. */
    public boolean isHeld(LayerId id) {
        return layers.get(id).rows().size() <= AREAS_HELD;
    }

    /** Writes a layer straight to where it goes. */
    public void write(LayerId id, LayerFormat format, OutputStream out) throws IOException {
        write(layers.get(id), format, out);
    }

    /** Writes what the columns of a layer's CSV mean, under the name that the CSV was given. */
    public void writeCsvMetadata(LayerId id, String csvName, OutputStream out) throws IOException {
        LayerCsvMetadata.write(layers.get(id), csvName, out);
    }

    /** The boundaries of an extent's areas, with names and nothing else. */
    public EncodedDocument geometry(ExtentName extent, Geography geography) {
        return documents.get(layers.revision() + " geometry " + extent + " " + geography, () -> {
            List<SmallArea> areas = store.read(session -> {
                requireBoundaries(session, extent, geography);
                return session.areas().listAreas(extent, geography);
            });
            return geometry(areas);
        });
    }

    /**
     * The boundaries of an extent's areas that touch or overlap a box, and of some that come near it, because boxes are compared.
     * There are too many boxes to remember them, and one is made in some milliseconds.
     */
    public EncodedDocument geometry(ExtentName extent, Geography geography, Wgs84Box box) {
        Map<AreaCode, SmallArea> areas = store.read(session -> {
            requireBoundaries(session, extent, geography);
            Map<AreaCode, SmallArea> found = new TreeMap<>();
            for (Envelope metres : box.onGrid()) {
                session.areas()
                        .listAreasIn(extent, geography, metres)
                        .forEach(area -> found.put(area.id().code(), area));
            }
            return found;
        });
        return geometry(areas.values());
    }

    private static EncodedDocument geometry(Collection<SmallArea> areas) {
        return EncodedDocument.of(EncodedDocument.bytes(out -> GeometryGeoJsonWriter.write(areas, out)));
    }

    private static void requireBoundaries(StoreSession session, ExtentName extent, Geography geography) {
        if (session.areas().findExtent(extent).isEmpty()) {
            throw new NotFoundException("There is no extent " + extent + ".");
        }
        if (!session.areas().listGeographies(extent).contains(geography)) {
            throw new NotFoundException("The extent " + extent + " has no " + geography + " boundaries.");
        }
    }

    /** Writes a layer that is not remembered. */
    void write(Layer layer, LayerFormat format, OutputStream out) throws IOException {
        switch (format) {
            case VALUES -> out.write(LayerJson.write(layer).getBytes(StandardCharsets.UTF_8));
            case CSV -> LayerCsvWriter.write(layer, out);
            case CSV_METADATA -> LayerCsvMetadata.write(layer, layer.id() + LayerFormat.CSV.suffix(), out);
            case GEOJSON -> LayerGeoJsonWriter.write(layer, boundaries(layer), out);
            case SHAPEFILE -> LayerShapefileWriter.write(layer, boundaries(layer), out);
            case GEOPACKAGE -> LayerGeoPackageWriter.write(layer, boundaries(layer), out);
            case XLSX -> LayerXlsxWriter.write(layer, out);
        }
    }

    private Map<AreaCode, MultiPolygon> boundaries(Layer layer) {
        return boundaries(layer.extent().name(), layer.geography());
    }

    private Map<AreaCode, MultiPolygon> boundaries(ExtentName extent, Geography geography) {
        return store.read(session -> {
            String name = session.revision() + " " + extent + " " + geography;
            return boundaries.get(name, () -> load(session, extent, geography));
        });
    }

    private static Map<AreaCode, MultiPolygon> load(StoreSession session, ExtentName extent, Geography geography) {
        Map<AreaCode, MultiPolygon> shapes = new TreeMap<>();
        session.areas()
                .forEachArea(extent, geography, area -> shapes.put(area.id().code(), area.boundary()));
        return shapes;
    }
}
