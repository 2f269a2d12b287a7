package org.needscape.geoio.boundary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads one GeoJSON geometry from its opening brace to its closing one, whatever is in it, so that reading can go on behind it. */
final class GeoJsonGeometry {

    private static final int MULTIPOLYGON_DEPTH = 3;

    private final GeometryFactory factory;
    private @Nullable String problem;
    private boolean closedRings;

    private GeoJsonGeometry(GeometryFactory factory) {
        this.factory = factory;
    }

    /**
     * What was read.
     *
     * @param geometry in the file's coordinates, or null
     * @param problem why there is none, one sentence, or null
     * @param closedRings whether a ring had to be closed
     */
    record Result(@Nullable Geometry geometry, @Nullable String problem, boolean closedRings) {}

    /** @param parser at the opening brace */
    static Result read(JsonParser parser, GeometryFactory factory) throws IOException {
        GeoJsonGeometry reading = new GeoJsonGeometry(factory);
        Geometry geometry = reading.readGeometry(parser);
        return new Result(reading.problem == null ? geometry : null, reading.problem, reading.closedRings);
    }

    private @Nullable Geometry readGeometry(JsonParser parser) throws IOException {
        String type = "";
        Object coordinates = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (field.equals("coordinates") && value == JsonToken.START_ARRAY) {
                coordinates = readArray(parser, 0);
            } else {
                parser.skipChildren();
            }
        }
        return switch (type) {
            case "Polygon" -> coordinates instanceof List<?> rings ? polygon(rings) : failed();
            case "MultiPolygon" -> coordinates instanceof List<?> parts ? multiPolygon(parts) : failed();
            case "Point", "MultiPoint", "LineString", "MultiLineString", "GeometryCollection" -> {
                fail("It is a " + type + ", not an area.");
                yield null;
            }
            default -> {
                fail("Its geometry has no type that GeoJSON knows.");
                yield null;
            }
        };
    }

    /** A list that has just been opened: a {@link Coordinate} if it begins with a number, else a list of what is in it. */
    private Object readArray(JsonParser parser, int depth) throws IOException {
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            return readPosition(parser);
        }
        List<Object> items = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_ARRAY && depth < MULTIPOLYGON_DEPTH) {
                items.add(readArray(parser, depth + 1));
            } else {
                parser.skipChildren();
                fail("Its coordinates are not lists of numbers.");
            }
            token = parser.nextToken();
        }
        return items;
    }

    /** A position whose first number has just been read; heights are left out. */
    private Coordinate readPosition(JsonParser parser) throws IOException {
        double x = parser.getDoubleValue();
        if (!parser.nextToken().isNumeric()) {
            skipRest(parser);
            fail("A position of its boundary has fewer than two numbers.");
            return new Coordinate(x, 0);
        }
        double y = parser.getDoubleValue();
        parser.nextToken();
        skipRest(parser);
        return new Coordinate(x, y);
    }

    /** Goes to the closing bracket of the list that is being read; the current token may already be it. */
    private static void skipRest(JsonParser parser) throws IOException {
        while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
    }

    private @Nullable Geometry multiPolygon(List<?> parts) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object part : parts) {
            Polygon polygon = part instanceof List<?> rings ? polygon(rings) : failed();
            if (polygon == null) {
                return null;
            }
            polygons.add(polygon);
        }
        return factory.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private @Nullable Polygon polygon(List<?> rings) {
        List<LinearRing> read = new ArrayList<>();
        for (Object each : rings) {
            LinearRing ring = each instanceof List<?> positions ? ring(positions) : null;
            if (ring == null) {
                return failed();
            }
            read.add(ring);
        }
        if (read.isEmpty()) {
            return factory.createPolygon();
        }
        return factory.createPolygon(read.get(0), read.subList(1, read.size()).toArray(new LinearRing[0]));
    }

    private @Nullable LinearRing ring(List<?> positions) {
        List<Coordinate> points = new ArrayList<>(positions.size() + 1);
        for (Object position : positions) {
            if (!(position instanceof Coordinate coordinate) || !coordinate.isValid()) {
                return null;
            }
            points.add(coordinate);
        }
        if (points.size() >= 3 && !points.get(0).equals2D(points.get(points.size() - 1))) {
            points.add(new Coordinate(points.get(0)));
            closedRings = true;
        }
        return points.size() < 4 ? null : factory.createLinearRing(points.toArray(new Coordinate[0]));
    }

    private @Nullable Polygon failed() {
        fail("A ring of its boundary is not a list of at least four positions.");
        return null;
    }

    private void fail(String reason) {
        if (problem == null) {
            problem = reason;
        }
    }
}
