package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Counties of random counts with all the totals that a service publishes of them. */
final class RandomTables {

    private RandomTables() {}

    /**
     * Areas in districts in a county for some years, with all years together where there are several, and groups of areas across
     * districts, such as deciles, where there are any.
     *
     * @param mean of the counts; about one in four is zero besides
     */
    static LinkedTables county(Random random, int areas, int districts, int years, int groups, int mean) {
        return countyMean(random, areas, Math.min(districts, areas), years, Math.min(groups, areas), (double) mean);
    }

    static LinkedTables countyMean(Random random, int areas, int districts, int years, int groups, double mean) {
        long[][] counts = new long[years][areas];
        int[] districtOf = new int[areas];
        int[] groupOf = new int[areas];
        for (int area = 0; area < areas; area++) {
            // None is empty: what everybody knows to be zero is no figure.
            districtOf[area] = area < districts ? area : random.nextInt(districts);
            groupOf[area] = area < groups ? area : random.nextInt(Math.max(1, groups));
            for (int year = 0; year < years; year++) {
                counts[year][area] = random.nextInt(4) == 0 ? 0 : poisson(random, mean);
            }
        }
        return county(counts, districtOf, districts, groupOf, groups);
    }

    static LinkedTables county(long[][] counts, int[] districtOf, int districts, int[] groupOf, int groups) {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        List<int[]> columns = new ArrayList<>();
        List<long[]> values = new ArrayList<>(List.of(counts));
        if (counts.length > 1) {
            long[] together = new long[counts[0].length];
            for (long[] year : counts) {
                for (int area = 0; area < together.length; area++) {
                    together[area] += year[area];
                }
            }
            values.add(together);
        }
        for (long[] year : values) {
            columns.add(column(builder, year, districtOf, districts, groupOf, groups));
        }
        if (counts.length > 1) {
            int cells = columns.get(0).length;
            for (int at = 0; at < cells; at++) {
                int[] parts = new int[counts.length];
                for (int year = 0; year < parts.length; year++) {
                    parts[year] = columns.get(year)[at];
                }
                builder.addTotal(columns.get(counts.length)[at], parts);
            }
        }
        return builder.build();
    }

    /** The cells of areas, then of districts, of the county and of groups. */
    private static int[] column(
            LinkedTables.Builder builder, long[] counts, int[] districtOf, int districts, int[] groupOf, int groups) {
        int areas = counts.length;
        int[] cells = new int[areas + districts + 1 + groups];
        for (int area = 0; area < areas; area++) {
            cells[area] = builder.addCell(counts[area]);
        }
        long all = 0;
        for (int district = 0; district < districts; district++) {
            long sum = sum(counts, districtOf, district);
            all += sum;
            cells[areas + district] = builder.addCell(sum);
            total(builder, cells, cells[areas + district], districtOf, district);
        }
        cells[areas + districts] = builder.addCell(all);
        int[] districtCells = java.util.Arrays.copyOfRange(cells, areas, areas + districts);
        builder.addTotal(cells[areas + districts], districtCells);
        for (int group = 0; group < groups; group++) {
            int at = areas + districts + 1 + group;
            cells[at] = builder.addCell(sum(counts, groupOf, group));
            total(builder, cells, cells[at], groupOf, group);
        }
        if (groups > 0) {
            builder.addTotal(
                    cells[areas + districts], java.util.Arrays.copyOfRange(cells, areas + districts + 1, cells.length));
        }
        return cells;
    }

    private static void total(LinkedTables.Builder builder, int[] cells, int total, int[] placeOf, int place) {
        List<Integer> parts = new ArrayList<>();
        for (int area = 0; area < placeOf.length; area++) {
            if (placeOf[area] == place) {
                parts.add(cells[area]);
            }
        }
        if (!parts.isEmpty()) {
            builder.addTotal(total, parts.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private static long sum(long[] counts, int[] placeOf, int place) {
        long sum = 0;
        for (int area = 0; area < counts.length; area++) {
            sum += placeOf[area] == place ? counts[area] : 0;
        }
        return sum;
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }
}
