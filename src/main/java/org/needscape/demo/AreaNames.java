package org.needscape.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Gives LSOAs codes and names as the Office for National Statistics does: within a district four to six neighbouring LSOAs
 * make an MSOA, MSOAs are numbered from north to south, and a letter tells the LSOAs of one MSOA apart.
 */
final class AreaNames {

    private static final int LARGEST_MSOA = 6;

    private AreaNames() {}

    /**
     * What an area is before it has a name.
     *
     * @param district its district
     * @param settlement its town or village, if any
     * @param townPosition 0 in the middle of it, 1 at its edge
     * @param middle a point inside
     * @param boundary its boundary
     */
    record Setting(
            District district,
            Optional<Settlement> settlement,
            double townPosition,
            Coordinate middle,
            Geometry boundary) {}

    /** The named areas in the order of their codes. */
    static List<DemoArea> named(
            SortedMap<Integer, Geometry> boundaries, BiFunction<Integer, Geometry, Setting> describe) {
        List<Setting> settings = new ArrayList<>();
        boundaries.forEach((area, boundary) -> settings.add(describe.apply(area, boundary)));
        List<DemoArea> areas = new ArrayList<>();
        int msoas = 0;
        for (District district : CountyPlan.DISTRICTS) {
            List<List<Setting>> groups = new ArrayList<>();
            divide(
                    settings.stream()
                            .filter(setting -> setting.district().equals(district))
                            .toList(),
                    groups);
            groups.sort(Comparator.comparingDouble(AreaNames::northing).reversed());
            for (int number = 1; number <= groups.size(); number++) {
                msoas++;
                String msoaName = String.format(Locale.ROOT, "%s %03d", district.name(), number);
                char letter = 'A';
                for (Setting setting : groups.get(number - 1)) {
                    areas.add(new DemoArea(
                            String.format(Locale.ROOT, "E01999%03d", areas.size() + 1),
                            msoaName + letter,
                            String.format(Locale.ROOT, "E02999%03d", msoas),
                            msoaName,
                            district,
                            setting.settlement(),
                            setting.townPosition(),
                            setting.middle(),
                            setting.boundary()));
                    letter++;
                }
            }
        }
        return List.copyOf(areas);
    }

    /** Halves a set of areas across its longer side until each part is small enough to be an MSOA. */
    private static void divide(List<Setting> settings, List<List<Setting>> groups) {
        if (settings.size() <= LARGEST_MSOA) {
            groups.add(settings);
            return;
        }
        Comparator<Setting> byEast = Comparator.comparingDouble(setting -> setting.middle().x);
        Comparator<Setting> byNorth = Comparator.comparingDouble(setting -> setting.middle().y);
        double width = spread(settings.stream()
                .mapToDouble(setting -> setting.middle().x)
                .sorted()
                .toArray());
        double height = spread(settings.stream()
                .mapToDouble(setting -> setting.middle().y)
                .sorted()
                .toArray());
        List<Setting> ordered = settings.stream()
                .sorted(width > height ? byEast.thenComparing(byNorth) : byNorth.thenComparing(byEast))
                .toList();
        int parts = (settings.size() + LARGEST_MSOA - 2) / (LARGEST_MSOA - 1);
        int half = settings.size() * (parts / 2) / parts;
        divide(ordered.subList(0, half), groups);
        divide(ordered.subList(half, ordered.size()), groups);
    }

    private static double spread(double[] sorted) {
        return sorted[sorted.length - 1] - sorted[0];
    }

    private static double northing(List<Setting> group) {
        return group.stream().mapToDouble(setting -> setting.middle().y).sum() / group.size();
    }
}
