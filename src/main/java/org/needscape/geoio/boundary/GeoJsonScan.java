package org.needscape.geoio.boundary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.needscape.geoio.grid.NationalGrid;
import org.needscape.report.UnreadableFileException;

/**
 * A first look through a GeoJSON file: which properties its features have, and its coordinate system, which may stand behind the
 * features.
 */
final class GeoJsonScan {

    private static final int MAX_COLUMNS = 1_000;

    private final String fileName;
    private final Map<String, Class<?>> columns = new LinkedHashMap<>();
    private @Nullable String type;
    private @Nullable String crsName;
    private boolean hasFeatures;
    private long featureCount;
    private double @Nullable [] firstPosition;

    private GeoJsonScan(String fileName) {
        this.fileName = fileName;
    }

    /** @throws UnreadableFileException when it is not a feature collection */
    static GeoJsonScan read(JsonParser parser, String fileName) throws IOException {
        GeoJsonScan scan = new GeoJsonScan(fileName);
        scan.readRoot(parser);
        return scan;
    }

    /** Names and kinds of the properties, in the order in which they first appear. */
    Map<String, Class<?>> columns() {
        return columns;
    }

    /** The name in the old {@code crs} member, or null. */
    @Nullable
    String crsName() {
        return crsName;
    }

    /** Whether the first position can only be metres on the National Grid. */
    boolean looksLikeMetresOnTheGrid() {
        return firstPosition != null
                && (Math.abs(firstPosition[0]) > 180 || Math.abs(firstPosition[1]) > 90)
                && NationalGrid.contains(firstPosition[0], firstPosition[1]);
    }

    private void readRoot(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (field.equals("crs") && value == JsonToken.START_OBJECT) {
                readCrs(parser);
            } else if (field.equals("features") && value == JsonToken.START_ARRAY) {
                hasFeatures = true;
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    featureCount++;
                    readFeature(parser);
                }
                if (parser.currentToken() != JsonToken.END_ARRAY) {
                    throw refused("has something among its features that is not one");
                }
            } else {
                parser.skipChildren();
            }
        }
        if ("Topology".equals(type)) {
            throw refused("is TopoJSON, not GeoJSON");
        }
        if (!"FeatureCollection".equals(type) || !hasFeatures) {
            throw refused("is JSON but not a GeoJSON feature collection");
        }
        if (featureCount == 0) {
            throw new UnreadableFileException(fileName + " holds no boundaries: choose another file.");
        }
    }

    private void readFeature(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("properties") && value == JsonToken.START_OBJECT) {
                readProperties(parser);
            } else if (field.equals("geometry") && value == JsonToken.START_OBJECT && firstPosition == null) {
                readFirstPosition(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readProperties(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            parser.skipChildren();
            if (value.isStructStart() || value == JsonToken.VALUE_NULL) {
                // Known to be there, but of what kind is left to the features that have one.
                columns.putIfAbsent(name, Void.class);
            } else {
                Class<?> kind = value.isNumeric() ? Double.class : String.class;
                columns.merge(
                        name, kind, (known, other) -> known == Void.class || known == other ? other : String.class);
            }
            if (columns.size() > MAX_COLUMNS) {
                throw refused("has more than " + MAX_COLUMNS + " different properties");
            }
        }
    }

    private void readFirstPosition(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean coordinates = parser.currentName().equals("coordinates");
            if (parser.nextToken() != JsonToken.START_ARRAY || !coordinates) {
                parser.skipChildren();
                continue;
            }
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isNumeric() && firstPosition == null) {
                    double x = parser.getDoubleValue();
                    if (parser.nextToken().isNumeric()) {
                        firstPosition = new double[] {x, parser.getDoubleValue()};
                    } else {
                        depth += parser.currentToken().isStructStart()
                                ? 1
                                : parser.currentToken().isStructEnd() ? -1 : 0;
                    }
                }
            }
        }
    }

    private void readCrs(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean properties = parser.currentName().equals("properties");
            if (parser.nextToken() != JsonToken.START_OBJECT || !properties) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean name = parser.currentName().equals("name");
                if (parser.nextToken() == JsonToken.VALUE_STRING && name) {
                    crsName = parser.getText();
                }
                parser.skipChildren();
            }
        }
        if (crsName == null) {
            throw refused("names its coordinate system in a way that cannot be read");
        }
    }

    private UnreadableFileException refused(String what) {
        return new UnreadableFileException(
                fileName + " " + what + ": save the boundaries as GeoJSON (a FeatureCollection) and import that.");
    }
}
