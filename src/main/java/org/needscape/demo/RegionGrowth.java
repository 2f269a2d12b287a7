package org.needscape.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/**
 * Grows connected regions of parcels from their first parcels, each parcel joining the region that reaches it by the shortest
 * way. The way is longer over some parcels than over others, so that borders wander.
 */
final class RegionGrowth {

    /** The region of a parcel that no region has reached. */
    static final int NONE = -1;

    private final List<Parcel> parcels;
    private final double[] roughness;

    RegionGrowth(long seed, List<Parcel> parcels) {
        this.parcels = parcels;
        this.roughness = new double[parcels.size()];
        Chance chance = Chance.of(seed, "roughness");
        for (int at = 0; at < roughness.length; at++) {
            roughness[at] = chance.between(0.6, 1.6);
        }
    }

    /**
     * Lets regions grow over the allowed parcels until nothing more can be reached.
     *
     * @param regionOf in: the region of each first parcel, {@link #NONE} elsewhere; out: of every parcel reached
     * @param isAllowed which parcels may be reached
     */
    void grow(int[] regionOf, IntPredicate isAllowed) {
        double[] length = new double[regionOf.length];
        Arrays.fill(length, Double.POSITIVE_INFINITY);
        PriorityQueue<Reach> queue =
                new PriorityQueue<>(Comparator.comparingDouble(Reach::length).thenComparingInt(Reach::parcel));
        for (int at = 0; at < regionOf.length; at++) {
            if (regionOf[at] != NONE) {
                length[at] = 0;
                queue.add(new Reach(at, 0));
            }
        }
        while (!queue.isEmpty()) {
            Reach reach = queue.remove();
            if (reach.length() > length[reach.parcel()]) {
                continue;
            }
            Parcel from = parcels.get(reach.parcel());
            for (int next : from.neighbours()) {
                double longer = reach.length() + from.distanceMetres(parcels.get(next)) * roughness[next];
                if (isAllowed.test(next) && longer < length[next]) {
                    length[next] = longer;
                    regionOf[next] = regionOf[reach.parcel()];
                    queue.add(new Reach(next, longer));
                }
            }
        }
    }

    /**
     * Divides parcels into so many connected regions of about the same extent: first parcels far from each other, then a few
     * rounds of growing and moving each first parcel to the middle of its region.
     *
     * @param members the parcels to divide
     * @param regions how many regions, at most as many as parcels
     * @param first the number of the first region
     * @param recentrings how often to recentre: the more, the more alike the regions
     * @param regionOf out: the region of each member reached
     */
    void divide(List<Integer> members, int regions, int first, int recentrings, int[] regionOf) {
        if (members.size() < regions) {
            throw new IllegalStateException(members.size() + " parcels cannot make " + regions + " areas");
        }
        boolean[] isMember = new boolean[regionOf.length];
        members.forEach(member -> isMember[member] = true);
        List<Integer> centres = spread(members, regions);
        for (int round = 0; round <= recentrings; round++) {
            for (int member : members) {
                regionOf[member] = NONE;
            }
            int[] grown = new int[regionOf.length];
            Arrays.fill(grown, NONE);
            for (int at = 0; at < regions; at++) {
                grown[centres.get(at)] = first + at;
            }
            grow(grown, at -> isMember[at]);
            for (int member : members) {
                regionOf[member] = grown[member];
            }
            centres = middles(members, grown, regions, first);
        }
    }

    private List<Integer> spread(List<Integer> members, int regions) {
        double[] nearest = new double[members.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        List<Integer> centres = new ArrayList<>(List.of(members.get(0)));
        while (centres.size() < regions) {
            Parcel latest = parcels.get(centres.get(centres.size() - 1));
            int farthest = 0;
            for (int at = 0; at < nearest.length; at++) {
                nearest[at] = StrictMath.min(nearest[at], latest.distanceMetres(parcels.get(members.get(at))));
                farthest = nearest[at] > nearest[farthest] ? at : farthest;
            }
            centres.add(members.get(farthest));
        }
        return centres;
    }

    private List<Integer> middles(List<Integer> members, int[] regionOf, int regions, int first) {
        double[] east = new double[regions];
        double[] north = new double[regions];
        int[] size = new int[regions];
        for (int member : members) {
            int region = regionOf[member] - first;
            if (regionOf[member] != NONE) {
                east[region] += parcels.get(member).site().x;
                north[region] += parcels.get(member).site().y;
                size[region]++;
            }
        }
        int[] middle = new int[regions];
        double[] nearest = new double[regions];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int member : members) {
            int region = regionOf[member] - first;
            if (regionOf[member] != NONE) {
                double dx = parcels.get(member).site().x - east[region] / size[region];
                double dy = parcels.get(member).site().y - north[region] / size[region];
                double distance = dx * dx + dy * dy;
                if (distance < nearest[region]) {
                    nearest[region] = distance;
                    middle[region] = member;
                }
            }
        }
        return Arrays.stream(middle).boxed().toList();
    }

    private record Reach(int parcel, double length) {}
}
