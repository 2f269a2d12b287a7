package org.needscape.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.GradientArea;
import org.needscape.stats.CountData;
import org.needscape.stats.Deciles;

/** The areas of a file of counts and populations, with how deprived each is, the place it belongs to and its families. */
final class GradientInput {

    /** A row that can be used. */
    private record Row(GradientArea area, double covariate, String place, double familiesSquared) {}

    private final List<Row> rows = new ArrayList<>();

    private GradientInput() {}

    /**
     * Reads a file. Rows that cannot be used are left out and said.
     *
     * @throws RefusedException when none is left
     */
    static GradientInput read(GradientRequest request, List<String> notices) {
        CsvTable table = CsvTable.read(request.values());
        table.codes(request.codeColumn());
        List<Value> counts = table.amounts(request.countColumn(), true, notices);
        List<Value> populations = table.amounts(request.populationColumn(), false, notices);
        GradientRequest.Deprivation deprivation = request.deprivation();
        boolean ranked = deprivation instanceof GradientRequest.Deprivation.OfRank;
        String column = deprivation instanceof GradientRequest.Deprivation.OfRank rank
                ? rank.column()
                : ((GradientRequest.Deprivation.OfDecile) deprivation).column();
        int highest = deprivation instanceof GradientRequest.Deprivation.OfRank rank ? rank.of() : 10;
        List<Value> deprived = table.values(column, notices);
        List<String> places = places(table, request.options(), notices);
        List<Value> families = families(table, request.options(), notices);
        GradientInput input = new GradientInput();
        for (int row = 0; row < table.size(); row++) {
            double number = deprived.get(row).number().orElse(0);
            if (number < 1 || number > highest || number != Math.rint(number)) {
                notices.add(table.at(row, column) + ": not a whole number from 1 to " + highest
                        + "; the area was left out.");
                continue;
            }
            if (hasMoreEventsThanPeople(counts.get(row), populations.get(row))) {
                notices.add(
                        table.at(row, request.countColumn()) + ": more events than people; "
                                + (request.options().countedOnce()
                                        ? "the area was left out."
                                        : "that is possible only where a person can be counted several times, as with referrals."));
                if (request.options().countedOnce()) {
                    continue;
                }
            }
            int decile = ranked ? Deciles.ofRank((int) number, highest) : (int) number;
            input.rows.add(new Row(
                    new GradientArea(decile, populations.get(row), counts.get(row)),
                    ranked ? (number - 0.5) / highest : number,
                    places.get(row),
                    familiesSquared(table, row, counts.get(row), families.get(row), request.options(), notices)));
        }
        if (input.rows.isEmpty()) {
            throw new RefusedException(table.fileName() + " has no row that can be used: column " + column
                    + " must hold whole numbers from 1 to " + highest + ".");
        }
        return input;
    }

    List<GradientArea> areas() {
        return rows.stream().map(Row::area).toList();
    }

    boolean hasHiddenCounts() {
        return rows.stream().anyMatch(row -> row.area().count().state() == ValueState.SUPPRESSED);
    }

    /** Which observations of {@link #toCountData} have a count of 1 to this. */
    int[] observationsUpTo(int largest) {
        List<Row> usable = usable();
        return IntStream.range(0, usable.size())
                .filter(at -> {
                    double count = usable.get(at).area().count().number().orElseThrow();
                    return count >= 1 && count <= largest;
                })
                .toArray();
    }

    /** The areas of each place, in the order in which places first appear. */
    Map<String, List<GradientArea>> areasByPlace() {
        Map<String, List<GradientArea>> byPlace = new LinkedHashMap<>();
        for (Row row : rows) {
            if (!row.place().isEmpty()) {
                byPlace.computeIfAbsent(row.place(), unused -> new ArrayList<>())
                        .add(row.area());
            }
        }
        return byPlace;
    }

    /** The squared sizes of families in some deciles, added up over the areas that count. */
    double familiesSquared(int firstDecile, int lastDecile) {
        return rows.stream()
                .filter(GradientInput::counts)
                .filter(row -> firstDecile <= row.area().decile() && row.area().decile() <= lastDecile)
                .mapToDouble(Row::familiesSquared)
                .sum();
    }

    CountData toCountData() {
        List<Row> usable = usable();
        return CountData.of(
                usable.stream()
                        .mapToDouble(row -> row.area().count().number().orElseThrow())
                        .toArray(),
                usable.stream()
                        .mapToDouble(row -> row.area().population().number().orElseThrow())
                        .toArray(),
                usable.stream().mapToDouble(Row::covariate).toArray());
    }

    private List<Row> usable() {
        return rows.stream().filter(GradientInput::counts).toList();
    }

    private static boolean counts(Row row) {
        return row.area().count().isKnown() && row.area().population().number().orElse(0) > 0;
    }

    private static boolean hasMoreEventsThanPeople(Value count, Value population) {
        return count.isKnown()
                && population.number().orElse(0) > 0
                && count.number().orElseThrow() > population.number().orElseThrow();
    }

    private static List<String> places(CsvTable table, GradientRequest.Options options, List<String> notices) {
        if (options.areaColumn().isEmpty()) {
            return Collections.nCopies(table.size(), "");
        }
        List<String> places = table.texts(options.areaColumn());
        for (int row = 0; row < places.size(); row++) {
            if (places.get(row).isEmpty()) {
                notices.add(table.at(row, options.areaColumn()) + ": empty; the area takes no part in the comparison.");
            }
        }
        return places;
    }

    private static List<Value> families(CsvTable table, GradientRequest.Options options, List<String> notices) {
        return options.familiesSquaredColumn().isEmpty()
                ? Collections.nCopies(table.size(), Value.notApplicable())
                : table.amounts(options.familiesSquaredColumn(), true, notices);
    }

    /** What an area adds to the squared sizes; families of one where nothing better is known. */
    private static double familiesSquared(
            CsvTable table,
            int row,
            Value count,
            Value squared,
            GradientRequest.Options options,
            List<String> notices) {
        double events = count.number().orElse(0);
        if (squared.isKnown()
                && squared.number().orElseThrow() >= events
                && squared.number().orElseThrow() <= events * events) {
            return squared.number().orElseThrow();
        }
        if (!options.familiesSquaredColumn().isEmpty() && count.isKnown()) {
            notices.add(table.at(row, options.familiesSquaredColumn())
                    + ": not the squared sizes of families with this many events; each is taken to have come alone.");
        }
        return events;
    }
}
