package org.needscape.geoio.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureImpl;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The columns of a boundary file, with the geometry as the last one of GeoTools' feature type. */
final class BoundarySchema {

    /** What filters call the geometry. */
    static final String GEOMETRY = "geometry";

    private final SimpleFeatureType type;
    private final List<String> columns;

    /** @param classByColumn columns in file order; one that is itself called geometry is left out of the feature type's reach */
    BoundarySchema(Map<String, Class<?>> classByColumn) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName("boundaries");
        List<String> names = new ArrayList<>();
        new LinkedHashMap<>(classByColumn).forEach((column, valueClass) -> {
            String name = column.equals(GEOMETRY) ? GEOMETRY + "_column" : column;
            names.add(name);
            builder.add(name, valueClass);
        });
        builder.add(GEOMETRY, Geometry.class);
        builder.setDefaultGeometry(GEOMETRY);
        type = builder.buildFeatureType();
        columns = List.copyOf(names);
    }

    /** The columns without the geometry. */
    List<String> columns() {
        return columns;
    }

    /** @param values one for each column, null where unknown */
    SimpleFeature feature(long number, List<@Nullable Object> values, @Nullable Geometry geometry) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(geometry);
        return new SimpleFeatureImpl(all, type, new FeatureIdImpl(Long.toString(number)));
    }
}
