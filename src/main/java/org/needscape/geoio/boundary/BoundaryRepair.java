package org.needscape.geoio.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.needscape.geoio.grid.NationalGrid;
import org.needscape.geoio.grid.Ostn15;

/**
 * Brings a geometry to the British National Grid, to whole centimetres and to validity. Centimetres make the shared borders of
 * neighbours equal again where conversions moved their points by the last bits.
 */
final class BoundaryRepair {

    private static final double STEPS_IN_METRE = 100;
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(STEPS_IN_METRE);

    private final FileCrs crs;
    private final GeometryFactory factory;
    private final double[] point = new double[2];

    BoundaryRepair(FileCrs crs, GeometryFactory factory) {
        this.crs = crs;
        this.factory = factory;
    }

    /** What became of a geometry. */
    sealed interface Outcome {

        /** @param repair what was done to it, one sentence; empty when it was fine */
        record Ready(MultiPolygon boundary, String repair) implements Outcome {}

        /** @param reason one sentence */
        record Refused(String reason) implements Outcome {}
    }

    Outcome prepare(Geometry geometry) {
        if (!(geometry instanceof Polygon || geometry instanceof MultiPolygon)) {
            return new Outcome.Refused("It is a " + geometry.getGeometryType() + ", not an area.");
        }
        List<Polygon> polygons = new ArrayList<>();
        boolean dropped = false;
        try {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Polygon polygon = (Polygon) geometry.getGeometryN(i);
                LinearRing shell = ring(polygon.getExteriorRing());
                if (shell.isEmpty()) {
                    dropped = true;
                    continue;
                }
                List<LinearRing> holes = new ArrayList<>();
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    LinearRing hole = ring(polygon.getInteriorRingN(h));
                    if (hole.isEmpty()) {
                        dropped = true;
                    } else {
                        holes.add(hole);
                    }
                }
                polygons.add(factory.createPolygon(shell, holes.toArray(new LinearRing[0])));
            }
        } catch (MisplacedException e) {
            return new Outcome.Refused(e.reason);
        }
        if (polygons.isEmpty()) {
            return new Outcome.Refused("Its boundary encloses nothing.");
        }
        return validate(factory.createMultiPolygon(polygons.toArray(new Polygon[0])), dropped);
    }

    private Outcome validate(MultiPolygon boundary, boolean dropped) {
        TopologyValidationError error = new IsValidOp(boundary).getValidationError();
        if (error == null) {
            return new Outcome.Ready(
                    boundary, dropped ? "A part of its boundary enclosed nothing and was left out." : "");
        }
        MultiPolygon polygonal = repair(boundary);
        if (polygonal.isEmpty()) {
            return new Outcome.Refused("Its boundary is not valid and repairing it leaves no area ("
                    + error.getMessage().toLowerCase(Locale.ROOT) + ").");
        }
        return new Outcome.Ready(
                polygonal, "Its boundary was not valid (" + error.getMessage().toLowerCase(Locale.ROOT) + ").");
    }

    private MultiPolygon repair(MultiPolygon boundary) {
        try {
            // New points where lines crossed are not at whole centimetres.
            return polygons(GeometryPrecisionReducer.reduce(GeometryFixer.fix(boundary), CENTIMETRES));
        } catch (TopologyException | IllegalArgumentException e) {
            // Beyond repair: as good as nothing left.
            return factory.createMultiPolygon();
        }
    }

    private MultiPolygon polygons(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return factory.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    /** The ring in whole centimetres, without points that fall together; empty when too few are left. */
    private LinearRing ring(LinearRing ring) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        List<Coordinate> points = new ArrayList<>(sequence.size());
        Coordinate last = null;
        for (int i = 0; i < sequence.size(); i++) {
            place(sequence.getX(i), sequence.getY(i));
            double x = Math.round(point[0] * STEPS_IN_METRE) / STEPS_IN_METRE;
            double y = Math.round(point[1] * STEPS_IN_METRE) / STEPS_IN_METRE;
            if (last == null || last.x != x || last.y != y) {
                last = new Coordinate(x, y);
                points.add(last);
            }
        }
        return points.size() < 4
                ? factory.createLinearRing()
                : factory.createLinearRing(points.toArray(new Coordinate[0]));
    }

    private void place(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new MisplacedException("It has a coordinate that is not a number.");
        }
        boolean degrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
        if (crs == FileCrs.NATIONAL_GRID) {
            if (degrees) {
                throw new MisplacedException(
                        "Its coordinates are degrees, but the file says British National Grid (EPSG:27700).");
            }
            if (!NationalGrid.contains(x, y)) {
                throw new MisplacedException("It lies outside of the British National Grid.");
            }
            point[0] = x;
            point[1] = y;
        } else if (!Ostn15.toNationalGrid(x, y, point)) {
            if (!degrees) {
                throw new MisplacedException(
                        "Its coordinates are metres, but the file says degrees: GeoJSON without a crs member is in WGS 84.");
            }
            throw new MisplacedException(
                    Ostn15.toNationalGrid(y, x, point)
                            ? "Its coordinates are latitude first; they must be longitude first."
                            : "It lies outside of Great Britain.");
        }
    }

    /** A point that is not where boundaries can be; never leaves this class. */
    private static final class MisplacedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        MisplacedException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
