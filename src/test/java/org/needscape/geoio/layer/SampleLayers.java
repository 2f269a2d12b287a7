package org.needscape.geoio.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.Shapes;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Manifest;
import org.needscape.layer.Release;

/** A small layer with every kind of cell, three squares side by side. */
final class SampleLayers {

    static final Extent REAL = new Extent(ExtentName.LOADED, "Loaded areas", false);
    static final Extent INVENTED = new Extent(ExtentName.FICTIONAL, "Aldermoor (fictional)", true);

    private SampleLayers() {}

    static Layer rates(Extent extent) {
        return layer(
                extent,
                List.of(
                        new LayerRow(
                                new AreaCode("W01000001"),
                                "Llŷn a'r Ŵyl, \"y de\"",
                                "W06000002",
                                Value.known(12.345),
                                "1",
                                List.of(Cell.of(-1.7714), Cell.of(Value.known(1296)), Cell.of("=HYPERLINK(\"x\")"))),
                        new LayerRow(
                                new AreaCode("W01000002"),
                                "-2 Two",
                                "W06000002",
                                Value.suppressed(),
                                "",
                                List.of(Cell.of(Value.suppressed()), Cell.of(Value.known(0)), Cell.of(""))),
                        new LayerRow(
                                new AreaCode("W01000003"),
                                "Three",
                                "",
                                Value.known(0),
                                "10",
                                List.of(Cell.of(Value.low()), Cell.of(Value.known(7)), Cell.of("plain")))));
    }

    /** A known zero, then an area for each reason why there is no number, in the order of the states. */
    static Layer everyState(Extent extent) {
        List<LayerRow> rows = new ArrayList<>();
        for (ValueState state : ValueState.values()) {
            boolean known = state == ValueState.KNOWN;
            rows.add(new LayerRow(
                    new AreaCode("W0100000" + (rows.size() + 1)),
                    "Area",
                    "W06000002",
                    known ? Value.known(0) : Value.unknown(state),
                    known ? "" : state.code(),
                    List.of(Cell.of(Value.known(0)), Cell.of(Value.known(3)), Cell.of(""))));
        }
        return layer(extent, rows);
    }

    static Layer layer(Extent extent, List<LayerRow> rows) {
        return layer(extent, Optional.empty(), rows);
    }

    /** The layer of rates, restricted. */
    static Layer restricted(Extent extent, Release release) {
        return layer(extent, Optional.of(release), rates(extent).rows());
    }

    private static Layer layer(Extent extent, Optional<Release> release, List<LayerRow> rows) {
        return new Layer(
                new LayerId("rate-cla-2020"),
                "Children looked after, 2020",
                LayerKind.RATE,
                extent,
                Geography.parse("lsoa-2021"),
                "31 March 2020",
                "per 10,000 children aged 0 to 17",
                2,
                "Rate",
                "The rate is highest in the west.",
                List.of(
                        new LayerColumn("z_score", "ZSCORE", "z score", LayerColumn.Type.NUMBER, "", 3),
                        new LayerColumn(
                                "children", "CHILDREN", "Children", LayerColumn.Type.WHOLE_NUMBER, "children", 0),
                        // Its short name is the one that a dictionary would give to a field that exports have already.
                        new LayerColumn("remark", "STATE", "Remark", LayerColumn.Type.TEXT, "", 0)),
                List.of(
                        new LegendClass("1", "Highest tenth", "#08306b", 1),
                        new LegendClass("10", "Lowest tenth", "#f7fbff", 1)),
                List.of("These figures describe areas, not people."),
                new Manifest(
                        "ab12",
                        "needscape 0.1.0",
                        "Children by population.",
                        List.of(new Manifest.Input(
                                "Children looked after",
                                "Department for Education",
                                "Open Government Licence v3.0",
                                "cd34")),
                        Map.of("seed", "1")),
                release,
                rows);
    }

    static Map<AreaCode, MultiPolygon> boundaries() {
        Map<AreaCode, MultiPolygon> boundaries = new LinkedHashMap<>();
        boundaries.put(new AreaCode("W01000001"), Shapes.multipartWithHoleAndIsland());
        boundaries.put(new AreaCode("W01000002"), Shapes.square(30, 0));
        boundaries.put(new AreaCode("W01000003"), Shapes.square(31, 0));
        boundaries.put(new AreaCode("W01000004"), Shapes.square(32, 0));
        boundaries.put(new AreaCode("W01000005"), Shapes.square(33, 0));
        return boundaries;
    }
}
