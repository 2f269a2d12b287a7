package org.needscape.spatial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons of a GeoJSON file as they stand, in file order; for tests of contiguity only. */
final class GeoJsonBoundaries {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private GeoJsonBoundaries() {}

    static List<Geometry> read(Path file) throws IOException {
        List<Geometry> boundaries = new ArrayList<>();
        try (InputStream in = open(file)) {
            for (JsonNode feature : new ObjectMapper().readTree(in).get("features")) {
                JsonNode geometry = feature.get("geometry");
                JsonNode coordinates = geometry.get("coordinates");
                List<Polygon> parts = new ArrayList<>();
                if (geometry.get("type").asText().equals("Polygon")) {
                    parts.add(polygon(coordinates));
                } else {
                    coordinates.forEach(part -> parts.add(polygon(part)));
                }
                boundaries.add(GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new)));
            }
        }
        return boundaries;
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        for (JsonNode ring : rings) {
            Coordinate[] coordinates = new Coordinate[ring.size()];
            for (int k = 0; k < coordinates.length; k++) {
                coordinates[k] = new Coordinate(
                        ring.get(k).get(0).asDouble(), ring.get(k).get(1).asDouble());
            }
            read.add(GEOMETRY.createLinearRing(coordinates));
        }
        return GEOMETRY.createPolygon(read.get(0), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }
}
