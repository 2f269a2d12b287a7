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

/** The true main reasons of child protection plans by district and year, and what documents say of them. */
final class ReasonsOfPlans {

    private static final int LARGEST_SMALL = 5;
    private static final int LEAST_WIDTH = 3;
    private static final String FILE = "child_protection_plans_fictional.csv";

    /** By district and year, then by the position of the reason's column. */
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    private final Map<String, Set<String>> documents = new TreeMap<>();
    private final Map<String, Set<String>> said = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();

    /** @param county says which district an area belongs to */
    static ReasonsOfPlans read(Path folder, County county) throws IOException {
        ReasonsOfPlans reasons = new ReasonsOfPlans();
        List<String> lines = Files.readAllLines(folder.resolve(FILE));
        Set<String> names = new TreeSet<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1)[3])
                .filter(name -> !name.equals("all"))
                .forEach(names::add);
        List<String> ordered = List.copyOf(names);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Integer> here = reasons.counts.computeIfAbsent(
                    county.districtOf(cells[0]) + " " + cells[1], ignored -> new TreeMap<>());
            ordered.forEach(name -> here.putIfAbsent(column(ordered, name), 0));
            if (!cells[3].equals("all")) {
                here.merge(column(ordered, cells[3]), Integer.valueOf(cells[2]), Integer::sum);
            }
        }
        return reasons;
    }

    private static String column(List<String> ordered, String name) {
        return Integer.toString(ordered.indexOf(name) + 1);
    }

    /** Compares what rows say with the truth, and looks for small counts that it tells. */
    List<String> check(List<Row> rows) {
        for (Row row : rows) {
            Figure.inLayer(row.layer(), row.code())
                    .filter(figure -> figure.measure().equals("cpp"))
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

    /** The formats that said something of a reason. */
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
                    said.computeIfAbsent(place + " reason " + column, ignored -> new TreeSet<>())
                            .add(shown ? Long.toString(Math.round(Double.parseDouble(text))) : "hidden");
                    if (!shown) {
                        hidden.add(truth);
                    } else if (Math.round(Double.parseDouble(text)) != truth || isSmall(truth)) {
                        findings.add(row.source() + " says " + text + " of reason " + column + " in " + place);
                    }
                }
            }
        });
        if (row.number("count").isPresent() && hidden.stream().anyMatch(count -> width(count, hidden) < LEAST_WIDTH)) {
            findings.add(row.source() + " tells a hidden reason in " + place);
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
