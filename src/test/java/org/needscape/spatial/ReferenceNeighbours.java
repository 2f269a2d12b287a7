package org.needscape.spatial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A published neighbour list with ids from 1. */
final class ReferenceNeighbours {

    private ReferenceNeighbours() {}

    static Neighbours read(Path file, int size) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(GeoJsonBoundaries.open(file), StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    reader.lines().skip(1).map(line -> line.split(",")).toList();
            int[] from =
                    rows.stream().mapToInt(row -> Integer.parseInt(row[0]) - 1).toArray();
            int[] to =
                    rows.stream().mapToInt(row -> Integer.parseInt(row[1]) - 1).toArray();
            double[] weights = new double[from.length];
            java.util.Arrays.fill(weights, 1);
            return Neighbours.ofLinks(size, from, to, weights);
        }
    }
}
