package org.needscape.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Divides the county's parcels into districts, settlements and LSOAs, and draws them. */
final class LsoaMesh {

    private static final double RIM_METRES = 5000;

    private final GeometryFactory geometries = new GeometryFactory(new PrecisionModel(100), 27700);
    private final CountyOutline outline = new CountyOutline();
    private final Settlements settlements;
    private final List<Parcel> parcels;
    private final RegionGrowth growth;
    private final int[] districtOf;
    private final int[] placeOf;
    private final int[] areaOf;
    private final List<DemoArea> areas;
    private final SortedMap<Integer, Geometry> districtBoundaries;

    LsoaMesh(long seed) {
        this.settlements = new Settlements(seed, outline);
        Envelope envelope = new Envelope(outline.envelope());
        envelope.expandBy(RIM_METRES);
        this.parcels = new ParcelMesh(ParcelSites.list(seed, settlements, envelope), envelope).parcels();
        this.growth = new RegionGrowth(seed, parcels);
        this.placeOf = places();
        this.districtOf = districts();
        this.areaOf = growAreas();
        Outlines outlines = new Outlines(seed, parcels, geometries);
        int[] withCity = withCity();
        outlines.settle(withCity);
        this.areas = AreaNames.named(outlines.polygons(areaOf), this::describe);
        this.districtBoundaries = outlines.polygons(districtOf);
    }

    /** The LSOAs in the order of their codes. */
    List<DemoArea> areas() {
        return areas;
    }

    /** The boundary of a district: the union of its LSOAs. */
    Geometry boundary(District district) {
        Geometry boundary = districtBoundaries.get(CountyPlan.DISTRICTS.indexOf(district));
        if (boundary == null) {
            throw new IllegalArgumentException("No district " + district.name());
        }
        return boundary;
    }

    /** All settlements. */
    Settlements settlements() {
        return settlements;
    }

    private int[] places() {
        int[] places = new int[parcels.size()];
        List<Settlement> listed = settlements.places();
        for (Parcel parcel : parcels) {
            places[parcel.index()] = RegionGrowth.NONE;
            if (!outline.isCounty(parcel.site())) {
                continue;
            }
            double innermost = 1;
            for (int at = 0; at < listed.size(); at++) {
                double position = settlements.positionIn(listed.get(at), parcel.site().x, parcel.site().y);
                if (position < innermost) {
                    innermost = position;
                    places[parcel.index()] = at;
                }
            }
        }
        return places;
    }

    private int[] districts() {
        int[] districts = new int[parcels.size()];
        Arrays.fill(districts, RegionGrowth.NONE);
        for (Parcel parcel : parcels) {
            int place = placeOf[parcel.index()];
            if (place != RegionGrowth.NONE) {
                districts[parcel.index()] = CountyPlan.DISTRICTS.indexOf(
                        settlements.places().get(place).district());
            }
        }
        growth.grow(districts, at -> outline.isCounty(parcels.get(at).site()));
        return districts;
    }

    private int[] growAreas() {
        int[] areas = new int[parcels.size()];
        Arrays.fill(areas, RegionGrowth.NONE);
        int next = 0;
        for (int place = 0; place < settlements.places().size(); place++) {
            int wanted = settlements.places().get(place).areas();
            int here = place;
            growth.divide(members(at -> placeOf[at] == here), wanted, next, 4, areas);
            next += wanted;
        }
        for (int district = 0; district < CountyPlan.DISTRICTS.size(); district++) {
            int wanted = CountyPlan.DISTRICTS.get(district).ruralAreas();
            int here = district;
            growth.divide(
                    members(at -> districtOf[at] == here && placeOf[at] == RegionGrowth.NONE), wanted, next, 1, areas);
            next += wanted;
        }
        for (int district = 0; district < CountyPlan.DISTRICTS.size(); district++) {
            int here = district;
            int[] grown = new int[parcels.size()];
            for (int at = 0; at < grown.length; at++) {
                grown[at] = districtOf[at] == here ? areas[at] : RegionGrowth.NONE;
            }
            growth.grow(grown, at -> districtOf[at] == here && areas[at] == RegionGrowth.NONE);
            for (int at = 0; at < grown.length; at++) {
                areas[at] = districtOf[at] == here ? grown[at] : areas[at];
            }
        }
        return areas;
    }

    private int[] withCity() {
        int[] groups = areaOf.clone();
        for (Parcel parcel : parcels) {
            if (outline.isCity(parcel.site())) {
                groups[parcel.index()] = Integer.MAX_VALUE;
            }
        }
        return groups;
    }

    private List<Integer> members(IntPredicate isMember) {
        List<Integer> members = new ArrayList<>();
        for (int at = 0; at < parcels.size(); at++) {
            if (isMember.test(at)) {
                members.add(at);
            }
        }
        return members;
    }

    private AreaNames.Setting describe(int area, Geometry boundary) {
        int parcel = members(at -> areaOf[at] == area).get(0);
        Coordinate middle = boundary.getInteriorPoint().getCoordinate();
        Coordinate whole = new Coordinate(StrictMath.rint(middle.x), StrictMath.rint(middle.y));
        Optional<Settlement> place = Optional.of(placeOf[parcel])
                .filter(at -> at != RegionGrowth.NONE)
                .map(settlements.places()::get);
        double position = place.map(town -> settlements.positionIn(town, whole.x, whole.y))
                .orElse(1.0);
        return new AreaNames.Setting(
                CountyPlan.DISTRICTS.get(districtOf[parcel]), place, StrictMath.min(1, position), whole, boundary);
    }
}
