package org.needscape.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * The course of each border between two parcels. A border is drawn once and walked in both directions, so both sides have
 * identical corners. It wanders about the straight line by midpoint displacement, less where a wide swing would cross another
 * border.
 */
final class BorderLines {

    private static final double SWING = 0.19;
    private static final double LONGEST_STEP_METRES = 480;
    private static final double SHORTEST_STEP_METRES = 135;

    private final long seed;
    private final Map<ParcelMesh.Edge, List<Coordinate>> drawn = new HashMap<>();
    private final Map<ParcelMesh.Edge, Double> calmed = new HashMap<>();

    BorderLines(long seed) {
        this.seed = seed;
    }

    /** The corners from the edge's start up to, not including, its end. */
    List<Coordinate> walk(ParcelMesh.Edge edge) {
        boolean isForward = edge.from().compareTo(edge.to()) < 0;
        ParcelMesh.Edge forward = isForward ? edge : edge.reversed();
        List<Coordinate> line = drawn.computeIfAbsent(forward, this::draw);
        if (isForward) {
            return line.subList(0, line.size() - 1);
        }
        List<Coordinate> backward = new ArrayList<>(line);
        Collections.reverse(backward);
        return backward.subList(0, backward.size() - 1);
    }

    /** Makes a border swing half as wide, because it crossed another. */
    void calm(ParcelMesh.Edge edge) {
        ParcelMesh.Edge forward = edge.from().compareTo(edge.to()) < 0 ? edge : edge.reversed();
        calmed.merge(forward, 0.5, (before, half) -> before * half);
        drawn.remove(forward);
    }

    private List<Coordinate> draw(ParcelMesh.Edge edge) {
        Chance chance = Chance.of(
                seed,
                "border",
                StrictMath.round(edge.from().x * 100),
                StrictMath.round(edge.from().y * 100),
                StrictMath.round(edge.to().x * 100),
                StrictMath.round(edge.to().y * 100));
        double length = edge.from().distance(edge.to());
        double step = StrictMath.min(LONGEST_STEP_METRES, StrictMath.max(SHORTEST_STEP_METRES, length / 3));
        List<Coordinate> line = new ArrayList<>(List.of(edge.from()));
        displace(edge.from(), edge.to(), SWING * calmed.getOrDefault(edge, 1.0), step, chance, line);
        return line;
    }

    private static void displace(
            Coordinate from, Coordinate to, double swing, double step, Chance chance, List<Coordinate> line) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        if (StrictMath.sqrt(dx * dx + dy * dy) > step) {
            double aside = swing * chance.between(-1, 1);
            double along = 0.5 + 0.12 * chance.between(-1, 1);
            Coordinate middle = ParcelMesh.rounded(from.x + along * dx - aside * dy, from.y + along * dy + aside * dx);
            displace(from, middle, swing, step, chance, line);
            displace(middle, to, swing, step, chance, line);
        } else {
            line.add(to);
        }
    }
}
