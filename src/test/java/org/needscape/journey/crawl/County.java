package org.needscape.journey.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the crawler knows and nobody else may: the exact counts of every small area and year, and where each area belongs. */
final class County {

    private static final Map<String, String> FILES = Map.of(
            "cin", "children_in_need_fictional.csv",
            "cpp", "child_protection_plans_fictional.csv",
            "cla", "children_looked_after_fictional.csv",
            "cla-starts", "children_starting_to_be_looked_after_fictional.csv");

    /** A column for each year. */
    private static final String EARLY_HELP = "early_help_fictional.csv";

    private static final String OWN_TENTHS = "own tenths ";

    private final Map<Figure, Integer> counts = new TreeMap<>();
    private final Map<String, String> districts = new TreeMap<>();
    private final Map<String, Integer> deciles = new HashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();

    /** Sums that were asked for before. */
    private final Map<Figure, Integer> truths = new HashMap<>();

    /** Reads the files that the demonstration is made from. */
    static County read(Path folder) throws IOException {
        County county = new County();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            boolean haveCategories =
                    Files.readAllLines(folder.resolve(file.getValue())).get(0).endsWith(",category");
            for (String line : data(folder.resolve(file.getValue()))) {
                String[] cells = line.split(",", -1);
                if (!haveCategories || cells[3].equals("all")) {
                    county.count(file.getKey(), Integer.parseInt(cells[1]), cells[0], Integer.parseInt(cells[2]));
                }
            }
        }
        for (String line : data(folder.resolve(EARLY_HELP))) {
            String[] cells = line.split(",", -1);
            for (int column = 1; column < cells.length; column++) {
                county.count("early-help", 2021 + column, cells[0], Integer.parseInt(cells[column]));
            }
        }
        // No name of the fictional county needs quotes, and the decile of the whole index is the seventh column.
        for (String line : data(folder.resolve("File_7_IoD2025_fictional.csv"))) {
            String[] cells = line.split(",", -1);
            county.area(cells[0], cells[2], Integer.parseInt(cells[6]));
            county.ranks.put(cells[0], Integer.parseInt(cells[5]));
        }
        return county;
    }

    void count(String measure, int year, String area, int count) {
        counts.put(new Figure(measure, year, year, area), count);
    }

    void area(String code, String district, int decile) {
        districts.put(code, district);
        deciles.put(code, decile);
    }

    String districtOf(String area) {
        return districts.getOrDefault(area, "");
    }

    Set<String> measures() {
        Set<String> measures = new TreeSet<>();
        counts.keySet().forEach(figure -> measures.add(figure.measure()));
        return measures;
    }

    Set<String> areas() {
        return districts.keySet();
    }

    /** The counts of small areas by year. */
    Map<Figure, Integer> counts() {
        return counts;
    }

    /** The counts of small areas by year that any figure adds up; itself where it is one of them. */
    List<Figure> parts(Figure figure) {
        List<Figure> parts = new ArrayList<>();
        for (Figure year : figure.years()) {
            if (counts.containsKey(year)) {
                parts.add(year);
            } else {
                for (String area : areas()) {
                    Figure part = new Figure(year.measure(), year.first(), year.last(), area);
                    if (counts.containsKey(part) && belongs(area, figure.place())) {
                        parts.add(part);
                    }
                }
            }
        }
        return parts;
    }

    /** What a figure truly is. */
    int truth(Figure figure) {
        return truths.computeIfAbsent(
                figure, one -> parts(one).stream().mapToInt(counts::get).sum());
    }

    /** Whether a figure must be hidden for itself: a small area's count of 1 to 5 in a year, or a sum as small. */
    boolean isSmall(Figure figure) {
        int count = truth(figure);
        return count >= 1 && count <= 5;
    }

    private boolean belongs(String area, String place) {
        if (place.startsWith(OWN_TENTHS)) {
            return isWithin(ownTenth(area), place.substring(OWN_TENTHS.length()));
        }
        int at = place.indexOf("deciles ");
        if (at < 0 || (at > 0 && !place.substring(0, at - 1).equals(districts.get(area)))) {
            return at < 0 && place.equals(districts.get(area));
        }
        return isWithin(deciles.get(area), place.substring(at + "deciles ".length()));
    }

    /** Areas of equal numbers in each, the most deprived first. */
    private int ownTenth(String area) {
        long before =
                ranks.values().stream().filter(rank -> rank < ranks.get(area)).count();
        return (int) (10 * before / ranks.size()) + 1;
    }

    private static boolean isWithin(int tenth, String range) {
        String[] ends = range.split("-");
        return tenth >= Integer.parseInt(ends[0]) && tenth <= Integer.parseInt(ends[1]);
    }

    private static List<String> data(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
