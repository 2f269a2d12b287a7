package org.needscape.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * Where parcels grow: random points that keep a distance from each other, short inside towns and long in open country, so that
 * every area is made of about as many parcels.
 */
final class ParcelSites {

    private static final double TOWN_SPACING_METRES = 225;
    private static final double RURAL_SPACING_METRES = 1000;
    private static final double SPACING_GROWTH = 0.35;
    private static final int RURAL_TRIES = 60_000;
    private static final int FRINGE_TRIES = 5_000;
    private static final int TRIES_PER_TOWN_AREA = 400;

    private final Settlements settlements;
    private final Chance chance;
    private final KdTree taken = new KdTree();
    private final List<Coordinate> sites = new ArrayList<>();

    private ParcelSites(Settlements settlements, Chance chance) {
        this.settlements = settlements;
        this.chance = chance;
    }

    /** Sites all over a rectangle. */
    static List<Coordinate> list(long seed, Settlements settlements, Envelope envelope) {
        ParcelSites made = new ParcelSites(settlements, Chance.of(seed, "parcels"));
        for (Settlement place : settlements.places()) {
            made.scatter(place, 1.5 * place.radiusMetres(), TRIES_PER_TOWN_AREA * place.areas());
        }
        for (Settlement place : settlements.places()) {
            made.scatter(place, 2 * place.radiusMetres() + 2500, FRINGE_TRIES);
        }
        for (int tried = 0; tried < RURAL_TRIES; tried++) {
            made.offer(
                    made.chance.between(envelope.getMinX(), envelope.getMaxX()),
                    made.chance.between(envelope.getMinY(), envelope.getMaxY()));
        }
        return List.copyOf(made.sites);
    }

    private void scatter(Settlement place, double radiusMetres, int tries) {
        for (int tried = 0; tried < tries; tried++) {
            double angle = chance.between(0, 2 * StrictMath.PI);
            double distance = radiusMetres * StrictMath.sqrt(chance.uniform());
            offer(
                    place.eastMetres() + distance * StrictMath.cos(angle),
                    place.northMetres() + distance * StrictMath.sin(angle));
        }
    }

    private void offer(double east, double north) {
        Coordinate site = ParcelMesh.rounded(east, north);
        double spacing = spacingMetres(east, north);
        Envelope near = new Envelope(site);
        near.expandBy(spacing);
        boolean[] isTaken = {false};
        taken.query(near, node -> isTaken[0] |= node.getCoordinate().distance(site) < spacing);
        if (!isTaken[0]) {
            taken.insert(site);
            sites.add(site);
        }
    }

    private double spacingMetres(double east, double north) {
        double spacing = RURAL_SPACING_METRES;
        for (Settlement place : settlements.places()) {
            double distance = place.distanceMetres(east, north);
            double radius = place.radiusMetres();
            double inside = TOWN_SPACING_METRES * (0.6 + 0.65 * StrictMath.min(1, distance / radius));
            double here = inside + SPACING_GROWTH * StrictMath.max(0, distance - 1.2 * radius);
            spacing = StrictMath.min(spacing, here);
        }
        return spacing;
    }
}
