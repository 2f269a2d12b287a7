package org.needscape.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.needscape.spatial.Neighbours;

/**
 * The patterns put into the county on purpose, so that a method can be checked against what is there to be found. All numbers
 * are places in the list of areas.
 *
 * @param millbrookCluster neighbouring poor areas of Millbrook, to be found as a hotspot
 * @param pitmoorCluster neighbouring poor areas of Pitmoor, to be found as a hotspot
 * @param spike one very poor area amid comfortable neighbours, no hotspot
 * @param spikeSurroundings those neighbours
 * @param pocket the poor village of Scarholt in affluent country: high need, no hotspot
 * @param pocketSurroundings the country around it
 * @param retirementVillage an area with hardly any children, and none under ten
 */
record Planting(
        List<Integer> millbrookCluster,
        List<Integer> pitmoorCluster,
        int spike,
        List<Integer> spikeSurroundings,
        List<Integer> pocket,
        List<Integer> pocketSurroundings,
        int retirementVillage) {

    private static final int MILLBROOK_AREAS = 14;
    private static final int PITMOOR_AREAS = 10;

    Planting {
        millbrookCluster = List.copyOf(millbrookCluster);
        pitmoorCluster = List.copyOf(pitmoorCluster);
        spikeSurroundings = List.copyOf(spikeSurroundings);
        pocket = List.copyOf(pocket);
        pocketSurroundings = List.copyOf(pocketSurroundings);
    }

    /** Chooses where to plant. */
    static Planting in(List<DemoArea> areas, Neighbours neighbours) {
        int spike = spike(areas, neighbours);
        List<Integer> pocket = members(areas, CountyPlan.SCARHOLT);
        return new Planting(
                eastern(areas, CountyPlan.MILLBROOK_TOWN, MILLBROOK_AREAS, neighbours),
                eastern(areas, CountyPlan.PITMOOR, PITMOOR_AREAS, neighbours),
                spike,
                around(List.of(spike), neighbours),
                pocket,
                around(pocket, neighbours),
                retirementVillage(areas));
    }

    private static List<Integer> members(List<DemoArea> areas, Settlement place) {
        return IntStream.range(0, areas.size())
                .filter(at -> areas.get(at).isIn(place))
                .boxed()
                .toList();
    }

    /**
     * A compact group of a town's areas: it begins east of the town's middle and takes in, one by one, the area that has the
     * largest share of its neighbours in the group already.
     */
    private static List<Integer> eastern(List<DemoArea> areas, Settlement town, int count, Neighbours neighbours) {
        double east = town.eastMetres() + 0.3 * town.radiusMetres();
        Comparator<Integer> byDistance = Comparator.comparingDouble(at -> {
            double dx = areas.get(at).middle().x - east;
            double dy = areas.get(at).middle().y - town.northMetres();
            return dx * dx + dy * dy;
        });
        List<Integer> left = new ArrayList<>(members(areas, town));
        List<Integer> group = new ArrayList<>();
        while (group.size() < count) {
            Comparator<Integer> byShare = Comparator.comparingDouble(at -> -shareWithin(at, group, neighbours));
            Integer next = Collections.min(left, byShare.thenComparing(byDistance));
            left.remove(next);
            group.add(next);
        }
        return group.stream().sorted().toList();
    }

    private static double shareWithin(int area, List<Integer> group, Neighbours neighbours) {
        return (double) around(List.of(area), neighbours).stream()
                        .filter(group::contains)
                        .count()
                / neighbours.degree(area);
    }

    /** The area of Kelbourne with the most neighbours, all of them in the town. */
    private static int spike(List<DemoArea> areas, Neighbours neighbours) {
        return members(areas, CountyPlan.KELBOURNE_TOWN).stream()
                .filter(at -> around(List.of(at), neighbours).stream()
                        .allMatch(other -> areas.get(other).isIn(CountyPlan.KELBOURNE_TOWN)))
                .max(Comparator.comparingInt(neighbours::degree))
                .orElseThrow();
    }

    private static List<Integer> around(List<Integer> inner, Neighbours neighbours) {
        TreeSet<Integer> around = new TreeSet<>();
        for (int area : inner) {
            for (int at = 0; at < neighbours.degree(area); at++) {
                around.add(neighbours.neighbour(area, at));
            }
        }
        inner.forEach(around::remove);
        return List.copyOf(around);
    }

    /** The last village area of Hartsmere. */
    private static int retirementVillage(List<DemoArea> areas) {
        return IntStream.range(0, areas.size())
                .filter(at -> areas.get(at).district().equals(CountyPlan.HARTSMERE)
                        && areas.get(at).settlement().isPresent()
                        && areas.get(at).isRural())
                .max()
                .orElseThrow();
    }

    /** The areas of both clusters. */
    List<Integer> clusters() {
        List<Integer> both = new ArrayList<>(millbrookCluster);
        both.addAll(pitmoorCluster);
        return both;
    }
}
