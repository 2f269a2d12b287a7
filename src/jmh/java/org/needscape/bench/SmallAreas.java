package org.needscape.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.SmallArea;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;

/**
 * Boundaries and values of a country's small areas: England's of 2011 with their IMD scores of 2019, from the folder that the system
 * property {@code needscape.data} names; without it, squares with wavy borders.
 *
 * @param boundaries in metres
 * @param values one for each
 */
record SmallAreas(List<MultiPolygon> boundaries, List<Double> values) {

    private static final int SCORE_COLUMN = 4;

    /** The first so many areas. */
    static SmallAreas read(int count) throws IOException {
        String folder = System.getProperty("needscape.data");
        if (folder == null) {
            int side = (int) Math.ceil(Math.sqrt(count));
            List<Double> values = new ArrayList<>();
            for (double value : GridCounty.values(side)) {
                values.add(value);
            }
            return new SmallAreas(
                    GridCounty.areas(side).stream().map(SmallArea::boundary).toList().subList(0, count),
                    values.subList(0, count));
        }
        Path reference = Path.of(folder).resolve("reference");
        return new SmallAreas(
                boundaries(reference.resolve("england.geojson.gz")).subList(0, count),
                scores(reference.resolve("england.csv.gz")).subList(0, count));
    }

    double[] valueArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<MultiPolygon> boundaries(Path zipped) throws IOException {
        Path file = Files.createTempFile("needscape-bench", ".geojson");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            List<MultiPolygon> boundaries = new ArrayList<>();
            BoundaryReader.readGeometries(
                    file,
                    "england.geojson",
                    Optional.of("LSOA11CD"),
                    Optional.empty(),
                    boundary -> boundaries.add(boundary.boundary()),
                    new ImportLog("england.geojson"),
                    Progress.SILENT);
            return boundaries;
        } finally {
            Files.delete(file);
        }
    }

    private static List<Double> scores(Path zipped) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(zipped)), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> Double.parseDouble(line.split(",", -1)[SCORE_COLUMN]))
                    .toList();
        }
    }
}
