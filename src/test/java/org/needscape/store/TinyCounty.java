package org.needscape.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;

/** Squares of one kilometre, one behind the other to the east, and what is observed in them. */
final class TinyCounty {

    static final Geography LSOA = Geography.parse("lsoa-2011");
    static final Extent COUNTY = new Extent(new ExtentName("tiny"), "Tiny county", false);
    static final Indicator LOOKED_AFTER = new Indicator(
            new IndicatorId("cla"),
            "Children looked after",
            "children",
            Polarity.HIGHER_IS_MORE_NEED,
            "Help and protection",
            "children looked after",
            "children aged 0 to 17",
            "Tiny county council",
            "not for publication",
            Sensitivity.RESTRICTED);
    static final SeriesKey LOOKED_AFTER_2020 = series("2020");
    static final Instant NOON = Instant.parse("2024-03-01T12:00:00.123456Z");

    private TinyCounty() {}

    static SeriesKey series(String period) {
        return new SeriesKey(LOOKED_AFTER.id(), LSOA, new Period(period), SeriesKey.ALL, "first");
    }

    static AreaId id(int number) {
        return new AreaId(LSOA, code(number));
    }

    static AreaCode code(int number) {
        return new AreaCode(String.format(Locale.ROOT, "E%08d", number));
    }

    static SmallArea square(int number) {
        return square(number, "Square " + number);
    }

    static SmallArea square(int number, String name) {
        int west = 400_000 + 1000 * number;
        int east = west + 1000;
        return new SmallArea(
                id(number),
                name,
                boundary("MULTIPOLYGON (((%1$d 300000, %2$d 300000, %2$d 301000, %1$d 301000, %1$d 300000)))"
                        .formatted(west, east)));
    }

    static List<SmallArea> squares(int first, int last) {
        List<SmallArea> all = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            all.add(square(number));
        }
        return all;
    }

    static MultiPolygon boundary(String text) {
        try {
            return (MultiPolygon) new WKTReader(new GeometryFactory()).read(text);
        } catch (ParseException notGeometry) {
            throw new IllegalArgumentException(text, notGeometry);
        }
    }

    static Observation known(SeriesKey series, int number, double value) {
        return Observation.of(series, code(number), Value.known(value));
    }

    static Observation of(int number, Value value) {
        return new Observation(
                LOOKED_AFTER_2020, code(number), value, Set.of(), Value.notAvailable(), Value.notAvailable());
    }

    static Dataset dataset(String fileName) {
        return new Dataset(0, "boundaries", "Boundaries", "Tiny county", "Open", fileName, "0".repeat(64), 0, NOON);
    }

    /** The extent with squares of these numbers, and the indicator. Returns the id of the data set that they come from. */
    static long load(Store store, int first, int last) {
        return store.write(session -> {
            session.areas().saveExtent(COUNTY);
            long dataset = session.datasets().add(dataset("squares.zip"));
            session.areas().saveAreas(COUNTY.name(), dataset, squares(first, last));
            session.observations().saveIndicators(List.of(LOOKED_AFTER));
            return dataset;
        });
    }
}
