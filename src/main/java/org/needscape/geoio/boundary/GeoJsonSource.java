package org.needscape.geoio.boundary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.GeometryFactory;
import org.needscape.report.UnreadableFileException;

/** A GeoJSON feature collection, read twice: once for its columns, once for its features. */
final class GeoJsonSource implements BoundarySource {

    /** Key of a feature's user data under which a repair is told, one sentence. */
    static final String REPAIR = "repair";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final GeometryFactory factory;
    private final JsonParser parser;
    private final long fileBytes;
    private final BoundarySchema schema;
    private final Map<String, Integer> indexByColumn = new HashMap<>();
    private final List<Class<?>> classes;
    private final FileCrs crs;
    private final List<String> notes = new ArrayList<>();
    private long number;

    /**
     * @param acceptBareMetres whether metres on the National Grid are recognised in a file that names no coordinate system, against
     *     the rules of GeoJSON
     */
    static GeoJsonSource open(Path file, String fileName, boolean acceptBareMetres, GeometryFactory factory)
            throws IOException {
        GeoJsonScan scan;
        try (JsonParser parser = JSON.createParser(Files.newInputStream(file))) {
            scan = GeoJsonScan.read(parser, fileName);
        }
        return new GeoJsonSource(file, fileName, scan, acceptBareMetres, factory);
    }

    private GeoJsonSource(
            Path file, String fileName, GeoJsonScan scan, boolean acceptBareMetres, GeometryFactory factory)
            throws IOException {
        this.factory = factory;
        this.fileBytes = Math.max(1, Files.size(file));
        String crsName = scan.crsName();
        if (crsName != null) {
            crs = CrsPolicy.ofName(crsName, fileName);
        } else if (acceptBareMetres && scan.looksLikeMetresOnTheGrid()) {
            crs = FileCrs.NATIONAL_GRID;
            notes.add(
                    "The file names no coordinate system; its coordinates were taken for metres on the British National"
                            + " Grid.");
        } else {
            crs = FileCrs.LONGITUDE_LATITUDE;
        }
        Map<String, Class<?>> columns = new LinkedHashMap<>();
        scan.columns().forEach((name, kind) -> {
            indexByColumn.put(name, columns.size());
            columns.put(name, kind == Void.class ? String.class : kind);
        });
        classes = List.copyOf(columns.values());
        schema = new BoundarySchema(columns);
        parser = JSON.createParser(Files.newInputStream(file));
        goToFeatures(fileName);
    }

    @Override
    public BoundaryFormat format() {
        return BoundaryFormat.GEOJSON;
    }

    @Override
    public FileCrs crs() {
        return crs;
    }

    @Override
    public BoundarySchema schema() {
        return schema;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Optional<BoundaryRecord> next() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        number++;
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            values.add(null);
        }
        GeoJsonGeometry.Result geometry = new GeoJsonGeometry.Result(null, null, false);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("properties") && value == JsonToken.START_OBJECT) {
                readProperties(values);
            } else if (field.equals("geometry") && value == JsonToken.START_OBJECT) {
                geometry = GeoJsonGeometry.read(parser, factory);
            } else {
                parser.skipChildren();
            }
        }
        String problem = geometry.problem();
        if (problem != null) {
            return Optional.of(new BoundaryRecord.Skipped(number, problem));
        }
        SimpleFeature feature = schema.feature(number, values, geometry.geometry());
        if (geometry.closedRings()) {
            feature.getUserData().put(REPAIR, "A ring of its boundary was open.");
        }
        return Optional.of(new BoundaryRecord.Read(number, feature));
    }

    @Override
    public double fraction() {
        return Math.min(1, (double) parser.currentLocation().getByteOffset() / fileBytes);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void goToFeatures(String fileName) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean features = parser.currentName().equals("features");
            if (parser.nextToken() == JsonToken.START_ARRAY && features) {
                return;
            }
            parser.skipChildren();
        }
        throw new UnreadableFileException(fileName + " changed while it was read: try again.");
    }

    private void readProperties(List<@Nullable Object> values) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer index = indexByColumn.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (index != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.set(index, value(token, classes.get(index)));
            }
            parser.skipChildren();
        }
    }

    private Object value(JsonToken token, Class<?> kind) throws IOException {
        if (kind == Double.class && token.isNumeric()) {
            return token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                    ? (Object) parser.getLongValue()
                    : (Object) parser.getDoubleValue();
        }
        return parser.getText();
    }
}
