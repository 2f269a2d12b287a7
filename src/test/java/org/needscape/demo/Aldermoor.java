package org.needscape.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;

/** The county that comes with the product, generated once for all tests. */
final class Aldermoor {

    static final County COUNTY = County.of(DemoCounty.DEFAULT_SEED);
    static final Path FOLDER = Path.of("geodata", "fictional-county");

    private Aldermoor() {}

    static List<Geometry> boundaries() {
        return COUNTY.areas().stream().map(DemoArea::boundary).toList();
    }

    static List<Integer> areas(Predicate<DemoArea> wanted) {
        return IntStream.range(0, COUNTY.areas().size())
                .filter(at -> wanted.test(COUNTY.areas().get(at)))
                .boxed()
                .toList();
    }
}
