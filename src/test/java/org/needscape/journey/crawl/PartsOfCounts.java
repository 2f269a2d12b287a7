package org.needscape.journey.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the counts of a measure truly consist of by district and year, by one breakdown: the main reasons of child protection plans,
 * or children looked after by sex, age band, legal status or whether unaccompanied; and what documents say of them.
 */
final class PartsOfCounts {

    private static final int LARGEST_SMALL = 5;
    private static final int LEAST_WIDTH = 3;
    private static final String PLANS = "child_protection_plans_fictional.csv";
    private static final String LOOKED_AFTER = "children_looked_after_parts_fictional.csv";
    private static final String UNACCOMPANIED = "unaccompanied";

    /** By district and year, then by the position of the part's column. */
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    private final Map<String, Set<String>> documents = new TreeMap<>();
    private final Map<String, Set<String>> said = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    private final String measure;
    private final String breakdown;

    private PartsOfCounts(String measure, String breakdown) {
        this.measure = measure;
        this.breakdown = breakdown;
    }

    /**
     * The main reasons of child protection plans.
     *
     * @param county says which district an area belongs to
     */
    static PartsOfCounts ofPlans(Path folder, County county) throws IOException {
        PartsOfCounts reasons = new PartsOfCounts("cpp", "");
        List<String[]> rows = cells(folder.resolve(PLANS)).stream()
                .filter(cells -> !cells[3].equals("all"))
                .toList();
        List<String> ordered =
                rows.stream().map(cells -> cells[3]).distinct().sorted().toList();
        rows.forEach(cells -> reasons.count(county, cells[0], cells[1], ordered, cells[3], cells[2]));
        return reasons;
    }

    /**
     * The children looked after by each of their breakdowns. Layers have the breakdowns in the order of their names, and who is not
     * unaccompanied comes last.
     */
    static List<PartsOfCounts> ofLookedAfter(Path folder, County county) throws IOException {
        List<String[]> rows = cells(folder.resolve(LOOKED_AFTER));
        Set<String> names = new TreeSet<>();
        rows.forEach(cells -> names.add(cells[2] + ": " + cells[3]));
        List<String> ordered = new ArrayList<>(names);
        ordered.add(UNACCOMPANIED + ": other children");
        Map<String, PartsOfCounts> all = new TreeMap<>();
        for (String[] cells : rows) {
            all.computeIfAbsent(cells[2], breakdown -> new PartsOfCounts("cla", breakdown))
                    .count(county, cells[0], cells[1], ordered, cells[2] + ": " + cells[3], cells[4]);
        }
        PartsOfCounts unaccompanied = all.get(UNACCOMPANIED);
        if (unaccompanied != null) {
            unaccompanied.counts.forEach((place, parts) -> {
                String[] words = place.split(" ", -1);
                int year = Integer.parseInt(words[1]);
                int alone = parts.values().stream().mapToInt(Integer::intValue).sum();
                parts.put(
                        Integer.toString(ordered.size()),
                        county.truth(new Figure("cla", year, year, words[0])) - alone);
            });
        }
        return List.copyOf(all.values());
    }

    private static List<String[]> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private void count(County county, String area, String year, List<String> ordered, String name, String count) {
        Map<String, Integer> here =
                counts.computeIfAbsent(county.districtOf(area) + " " + year, ignored -> new TreeMap<>());
        for (int at = 0; at < ordered.size(); at++) {
            if (breakdown.isEmpty() || ordered.get(at).startsWith(breakdown + ": ")) {
                here.putIfAbsent(Integer.toString(at + 1), 0);
            }
        }
        here.merge(Integer.toString(ordered.indexOf(name) + 1), Integer.valueOf(count), Integer::sum);
    }

    /** Compares what rows say with the truth, and looks for small counts that it tells. */
    List<String> check(List<Row> rows) {
        for (Row row : rows) {
            Figure.inLayer(row.layer(), row.code())
                    .filter(figure -> figure.measure().equals(measure))
                    .filter(figure -> counts.containsKey(row.code() + " " + figure.first()))
                    .ifPresent(figure -> check(row, row.code() + " " + figure.first()));
        }
        said.forEach((cell, texts) -> {
            if (texts.size() > 1) {
                findings.add(cell + " is not the same everywhere: " + texts);
            }
        });
        return findings;
    }

    /** The formats that said something of a part. */
    Set<String> formats() {
        return documents.keySet();
    }

    /** How many different counts were shown. */
    long shown() {
        return said.values().stream()
                .filter(texts -> texts.stream().anyMatch(Row::isNumber))
                .count();
    }

    private void check(Row row, String place) {
        List<Integer> hidden = new ArrayList<>();
        counts.getOrDefault(place, Map.of()).forEach((column, truth) -> {
            for (Map.Entry<String, String> field : row.fields().entrySet()) {
                if (field.getKey().matches("(category_" + column + "_.*(?<!_state)|cat" + column + ")")) {
                    String text = field.getValue();
                    boolean shown = Row.isNumber(text);
                    documents
                            .computeIfAbsent(
                                    row.source().replaceAll("\\?.*", "").replaceAll(".*[./]", ""),
                                    ignored -> new TreeSet<>())
                            .add(row.source());
                    said.computeIfAbsent(place + " part " + column, ignored -> new TreeSet<>())
                            .add(shown ? Long.toString(Math.round(Double.parseDouble(text))) : "hidden");
                    if (!shown) {
                        hidden.add(truth);
                    } else if (Math.round(Double.parseDouble(text)) != truth || isSmall(truth)) {
                        findings.add(row.source() + " says " + text + " of part " + column + " in " + place);
                    }
                }
            }
        });
        if (row.number("count").isPresent() && hidden.stream().anyMatch(count -> width(count, hidden) < LEAST_WIDTH)) {
            findings.add(row.source() + " tells a hidden part in " + place);
        }
    }

    /** How far apart lie the least and the greatest that a small count can be for whoever knows the sum and which are small. */
    private static long width(int count, List<Integer> hidden) {
        if (!isSmall(count)) {
            return Long.MAX_VALUE;
        }
        long sum = hidden.stream().mapToInt(Integer::intValue).sum();
        long othersLeast = hidden.size() - 1L;
        long othersGreatest = -LARGEST_SMALL;
        for (int other : hidden) {
            othersGreatest += isSmall(other) ? LARGEST_SMALL : Integer.MAX_VALUE;
        }
        return Math.min(LARGEST_SMALL, sum - othersLeast) - Math.max(1, sum - othersGreatest);
    }

    private static boolean isSmall(int count) {
        return count >= 1 && count <= LARGEST_SMALL;
    }
}
