package org.needscape.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/** Where the centres of areas are: columns of the values, or else the centroids of the boundaries. */
final class AreaCentres {

    private AreaCentres() {}

    /** Metres per area, in the order of the values; empty where not known. */
    static List<Optional<Coordinate>> of(
            HotspotsRequest request, List<AreaCode> areas, Shapes shapes, List<String> notices) {
        if (request.links().centres().isPresent()) {
            return ofColumns(request, request.links().centres().get(), notices);
        }
        Map<AreaCode, MultiPolygon> boundaries = shapes.get();
        if (areas.stream().noneMatch(boundaries::containsKey)) {
            throw new RefusedException(
                    "No area of the values has a boundary in the file: check the code column and the boundary year.");
        }
        return areas.stream()
                .map(code -> Optional.ofNullable(boundaries.get(code))
                        .map(boundary -> boundary.getCentroid().getCoordinate()))
                .toList();
    }

    private static List<Optional<Coordinate>> ofColumns(
            HotspotsRequest request, HotspotsRequest.CentreColumns columns, List<String> notices) {
        CsvTable table = CsvTable.read(request.values());
        List<Value> x = table.values(columns.xColumn(), notices);
        List<Value> y = table.values(columns.yColumn(), notices);
        List<Optional<Coordinate>> centres = new ArrayList<>();
        for (int row = 0; row < x.size(); row++) {
            centres.add(
                    x.get(row).isKnown() && y.get(row).isKnown()
                            ? Optional.of(new Coordinate(HotspotsInput.number(x, row), HotspotsInput.number(y, row)))
                            : Optional.empty());
        }
        refuseDegrees(centres);
        return centres;
    }

    /** Longitudes and latitudes of Great Britain are not metres: circles would be ellipses. */
    private static void refuseDegrees(List<Optional<Coordinate>> centres) {
        List<Coordinate> known = centres.stream().flatMap(Optional::stream).toList();
        if (!known.isEmpty()
                && known.stream().allMatch(centre -> Math.abs(centre.x) < 9 && centre.y > 49 && centre.y < 62)) {
            throw new RefusedException("The coordinates look like longitude and latitude: distances need eastings and"
                    + " northings in metres.");
        }
    }
}
