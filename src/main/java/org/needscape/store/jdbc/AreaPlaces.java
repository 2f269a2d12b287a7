package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;

/**
 * Finds areas by where they are. The database sifts them by their boxes, with an index where it has one; which of the few that are
 * left touch the box or cover the point is decided here, so that it does not depend on the database.
 */
final class AreaPlaces {

    private final Sql sql;

    AreaPlaces(Sql sql) {
        this.sql = sql;
    }

    List<SmallArea> list(ExtentName extent, Geography geography, Envelope box) {
        if (box.isNull()) {
            return List.of();
        }
        requireFinite(box);
        List<SmallArea> found = new ArrayList<>();
        sql.forEach(
                """
                select area.code, area.name, cast(area.boundary as bytea)
                from extent
                join extent_area on extent_area.extent_id = extent.id
                join area on area.id = extent_area.area_id
                where extent.name = ? and area.geography = ? and %s
                """
                        .formatted(sql.dialect().overlapsBox()),
                parameters ->
                        sql.dialect().bindBox(parameters.add(extent.value()).add(geography.code()), box),
                row -> {
                    AreaId id = new AreaId(geography, new AreaCode(row.getString(1)));
                    SmallArea area = new SmallArea(id, row.getString(2), BoundaryBytes.read(row.getBytes(3)));
                    if (area.boundary().getEnvelopeInternal().intersects(box)) {
                        found.add(area);
                    }
                });
        found.sort(Comparator.comparing(SmallArea::id));
        return found;
    }

    Optional<SmallArea> find(ExtentName extent, Geography geography, Coordinate point) {
        return list(extent, geography, new Envelope(point)).stream()
                .filter(area -> SimplePointInAreaLocator.locate(point, area.boundary()) != Location.EXTERIOR)
                .findFirst();
    }

    private static void requireFinite(Envelope box) {
        if (!Double.isFinite(box.getWidth()) || !Double.isFinite(box.getHeight())) {
            throw new IllegalArgumentException("A place has coordinates that are finite numbers: " + box);
        }
    }
}
