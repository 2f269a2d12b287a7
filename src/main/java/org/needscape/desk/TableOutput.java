package org.needscape.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.layer.AreaTable;
import org.needscape.layer.Cell;
import org.needscape.layer.LayerColumn;
import org.needscape.need.HotspotFinder;
import org.needscape.spatial.InverseDistance;

/** A table with a row per area, written in the format that the name of the output asks for. */
final class TableOutput {

    /** A number field has 18 characters, sign and point among them. */
    private static final double LONGEST_IN_SHAPEFILE = 1e15;

    private final HotspotsRequest request;
    private final Shapes shapes;
    private final AreaTableSink sink;

    TableOutput(HotspotsRequest request, Shapes shapes, AreaTableSink sink) {
        this.request = request;
        this.shapes = shapes;
        this.sink = sink;
    }

    /** The format with shapes that a file's extension stands for, if it does. */
    static Optional<AreaTableSink.Format> format(String extension) {
        return Arrays.stream(AreaTableSink.Format.values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    /**
     * Writes the table.
     *
     * @param header the names of the columns, the code first
     * @param rows cells as they stand in a CSV
     */
    void write(List<String> header, List<List<String>> rows) {
        String extension = OutputFile.extension(request.output());
        Optional<AreaTableSink.Format> format = format(extension);
        if (format.isPresent()) {
            Map<AreaCode, MultiPolygon> boundaries = shapes.get();
            requireShapes(rows, boundaries);
            AreaTable table = table(header, rows);
            if (format.get() == AreaTableSink.Format.SHAPEFILE) {
                refuseLongNumbers(table);
            }
            WholeFile.at(request.output()).write(out -> sink.write(table, format.get(), boundaries, out));
        } else if (extension.equals("csv")) {
            OutputFile.writeCsv(request.output(), header, rows);
        } else {
            OutputFile.writeJson(request.output(), json(header, rows));
        }
    }

    private static void requireShapes(List<List<String>> rows, Map<AreaCode, MultiPolygon> boundaries) {
        if (rows.stream().noneMatch(row -> boundaries.containsKey(new AreaCode(row.get(0))))) {
            throw new RefusedException(
                    "No area of the values has a boundary in the file: check the code column and the boundary year.");
        }
    }

    private static void refuseLongNumbers(AreaTable table) {
        for (AreaTable.Row row : table.rows()) {
            for (int k = 0; k < row.cells().size(); k++) {
                if (row.cells().get(k) instanceof Cell.OfNumber cell
                        && Math.abs(cell.value().number().orElse(0)) >= LONGEST_IN_SHAPEFILE) {
                    throw new RefusedException("Area " + row.code() + ", column "
                            + table.columns().get(k).name()
                            + ": the number is too long for a shapefile; write a .gpkg or .geojson.");
                }
            }
        }
    }

    private ObjectNode json(List<String> header, List<List<String>> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("method", request.method().code());
        ArrayNode areas = json.putArray("areas");
        for (List<String> row : rows) {
            ObjectNode area = areas.addObject();
            for (int k = 0; k < header.size(); k++) {
                JsonCells.put(area, header.get(k), row.get(k));
            }
        }
        return json;
    }

    private AreaTable table(List<String> header, List<List<String>> rows) {
        List<LayerColumn> columns =
                header.stream().skip(1).map(TableColumns::of).toList();
        List<AreaTable.Row> areas = new ArrayList<>();
        for (List<String> row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (int k = 1; k < header.size(); k++) {
                cells.add(
                        columns.get(k - 1).type() == LayerColumn.Type.TEXT
                                ? Cell.of(row.get(k))
                                : Cell.of(value(row.get(k))));
            }
            areas.add(new AreaTable.Row(new AreaCode(row.get(0)), cells));
        }
        String name = request.method().code().replace('-', '_');
        return new AreaTable(name, "Hotspots, " + request.method().code(), columns, areas, parameters());
    }

    /** An empty cell has nothing to say outside of every cluster, and nothing that is known elsewhere. */
    private Value value(String cell) {
        boolean noCluster = cell.isEmpty() && request.method() == HotspotsRequest.Method.SCAN;
        return noCluster ? Value.notApplicable() : CellText.parse(cell).orElseThrow();
    }

    private Map<String, String> parameters() {
        HotspotsRequest.Options options = request.options();
        HotspotsRequest.Links links = request.links();
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("method", request.method().code());
        parameters.put("measure", TableColumns.words(request.measure()));
        parameters.put("neighbours", neighbours(links));
        parameters.put("bridges", String.join(" ", links.bridges().pairs()));
        links.bridges().list().ifPresent(file -> parameters.put("bridge_list", String.valueOf(file.getFileName())));
        parameters.put("weights", weights());
        parameters.put("permutations", Integer.toString(options.permutations()));
        parameters.put("seed", Long.toString(options.seed()));
        parameters.put("alternative", options.alternative().code());
        parameters.put("false_discovery_rate", Double.toString(HotspotFinder.FALSE_DISCOVERY_FRACTION));
        parameters.put("suppress", Integer.toString(request.suppressUpTo()));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private String weights() {
        HotspotsRequest.Links links = request.links();
        if (request.options().rowStandardised() && request.method() != HotspotsRequest.Method.JOIN_COUNT) {
            return "row";
        }
        return links.rule().orElse(null) instanceof InverseDistance ? "by distance" : "binary";
    }

    private String neighbours(HotspotsRequest.Links links) {
        if (request.method() == HotspotsRequest.Method.SCAN) {
            return "circles, at most " + CellText.format(request.options().maxPopulationShare()) + " of the population";
        }
        return links.rule()
                .map(rule -> rule.toString())
                .orElse(
                        links.list().isPresent()
                                ? "list"
                                : request.options().contiguity().code());
    }
}
