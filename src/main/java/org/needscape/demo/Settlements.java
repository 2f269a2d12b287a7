package org.needscape.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The planned towns and the villages that chance sets between them, with the outline of each. */
final class Settlements {

    private static final int CANDIDATES = 40;

    private final long seed;
    private final List<Settlement> places;

    Settlements(long seed, CountyOutline outline) {
        this.seed = seed;
        this.places = new ArrayList<>(CountyPlan.TOWNS);
        Chance chance = Chance.of(seed, "villages");
        int named = 0;
        for (District district : CountyPlan.DISTRICTS) {
            int left = district.villageAreas();
            while (left > 0) {
                int areas = Math.min(left, named % 3 == 0 ? 2 : 1);
                places.add(village(villageName(named), district, areas, outline, chance));
                left -= areas;
                named++;
            }
        }
    }

    /** All settlements, towns first. */
    List<Settlement> places() {
        return List.copyOf(places);
    }

    private static String villageName(int number) {
        List<String> beginnings = CountyPlan.VILLAGE_BEGINNINGS;
        List<String> endings = CountyPlan.VILLAGE_ENDINGS;
        return beginnings.get(number % beginnings.size()) + endings.get(number % endings.size());
    }

    /** Best of several places: the one farthest from every other settlement, inside the county with a margin. */
    private Settlement village(String name, District district, int areas, CountyOutline outline, Chance chance) {
        Envelope envelope = outline.envelope();
        Settlement best = null;
        double bestDistance = -1;
        int tried = 0;
        while (tried < CANDIDATES || best == null) {
            double east = chance.between(envelope.getMinX(), envelope.getMaxX());
            double north = chance.between(envelope.getMinY(), envelope.getMaxY());
            if (!nearestTown(east, north).district().equals(district) || !isWellInside(outline, east, north)) {
                continue;
            }
            tried++;
            double distance = places.stream()
                    .mapToDouble(place -> place.distanceMetres(east, north) - place.radiusMetres())
                    .min()
                    .orElse(0);
            if (distance > bestDistance) {
                bestDistance = distance;
                best = new Settlement(name, district, east, north, areas, -0.1);
            }
        }
        return best;
    }

    private static Settlement nearestTown(double east, double north) {
        return CountyPlan.TOWNS.stream()
                .min(Comparator.comparingDouble(town -> town.distanceMetres(east, north)))
                .orElseThrow();
    }

    private static boolean isWellInside(CountyOutline outline, double east, double north) {
        double margin = 1500;
        return outline.isCounty(new Coordinate(east + margin, north))
                && outline.isCounty(new Coordinate(east - margin, north))
                && outline.isCounty(new Coordinate(east, north + margin))
                && outline.isCounty(new Coordinate(east, north - margin));
    }

    /**
     * How far out in a settlement a place lies: 0 in its middle, 1 at its edge. The edge is a circle with dents, so that no
     * town is round.
     */
    double positionIn(Settlement place, double east, double north) {
        double dx = east - place.eastMetres();
        double dy = north - place.northMetres();
        double angle = StrictMath.atan2(dy, dx);
        Chance chance = Chance.of(seed, "town edge", places.indexOf(place));
        double dent = 0;
        for (int wave = 2; wave <= 5; wave++) {
            dent += StrictMath.cos(wave * angle + chance.between(0, 2 * StrictMath.PI)) * 0.36 / wave;
        }
        return place.distanceMetres(east, north) / (place.radiusMetres() * StrictMath.exp(dent));
    }
}
