package org.needscape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The golden grid of 25 areas: its columns, and its queen neighbours worked out from row and column. */
public final class GridOf25 {

    private static final List<String[]> ROWS = read();

    private GridOf25() {}

    /** A column of {@code golden/grid25/grid.csv}. */
    public static double[] column(String name) {
        int index = List.of(ROWS.get(0)).indexOf(name);
        return ROWS.stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row[index]))
                .toArray();
    }

    /** Index lists of queen neighbours, 0-based. */
    public static int[][] queenNeighbours() {
        int[][] lists = new int[25][];
        for (int i = 0; i < 25; i++) {
            int area = i;
            lists[i] = java.util.stream.IntStream.range(0, 25)
                    .filter(j -> j != area && Math.abs(j / 5 - area / 5) <= 1 && Math.abs(j % 5 - area % 5) <= 1)
                    .toArray();
        }
        return lists;
    }

    private static List<String[]> read() {
        try (InputStream in = GridOf25.class.getResourceAsStream("/golden/grid25/grid.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
