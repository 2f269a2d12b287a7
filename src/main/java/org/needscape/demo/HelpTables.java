package org.needscape.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.indicator.Category;
import org.needscape.indicator.Measure;
import org.needscape.indicator.SeriesKey;

/**
 * The counts of help and protection. Most have a row for each area and year; early help has a column for each year, as many counties
 * keep it.
 */
final class HelpTables {

    /** What children looked after consist of, by sex, age band, legal status and whether unaccompanied. */
    static final String PARTS_FILE = "children_looked_after_parts_fictional.csv";

    private static final Map<Measure, String> COUNT_FILES = Map.of(
            Measure.CIN, "children_in_need_fictional.csv",
            Measure.CPP, "child_protection_plans_fictional.csv",
            Measure.CLA, "children_looked_after_fictional.csv",
            Measure.EARLY_HELP, "early_help_fictional.csv",
            Measure.CLA_STARTS, "children_starting_to_be_looked_after_fictional.csv");

    private HelpTables() {}

    /** Content by file name. */
    static Map<String, String> of(County county) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Measure measure : Caseload.MEASURES) {
            files.put(countFile(measure), isWide(measure) ? wide(county, measure) : counts(county, measure));
        }
        files.put(PARTS_FILE, parts(county));
        return files;
    }

    static String countFile(Measure measure) {
        return COUNT_FILES.getOrDefault(measure, "");
    }

    /** Whether the file of a measure has a column for each year. */
    static boolean isWide(Measure measure) {
        return measure == Measure.EARLY_HELP;
    }

    private static String wide(County county, Measure measure) {
        List<String> header = new ArrayList<>(List.of("LSOA21CD"));
        Residents.YEARS.forEach(year -> header.add(Integer.toString(year)));
        Table table = new Table(header);
        for (int at = 0; at < county.areas().size(); at++) {
            List<String> row = new ArrayList<>(List.of(county.areas().get(at).code()));
            for (int year : Residents.YEARS) {
                row.add(Integer.toString(county.caseload().count(measure, year, at)));
            }
            table.add(row);
        }
        return table.text();
    }

    private static String counts(County county, Measure measure) {
        boolean haveReasons = measure == Measure.CPP;
        boolean haveFamilies = measure == Measure.CLA;
        List<String> header = List.of("LSOA21CD", "period", "count");
        Table table = new Table(
                haveReasons ? with(header, "category") : haveFamilies ? with(header, "families_squared") : header);
        for (int year : Residents.YEARS) {
            for (int at = 0; at < county.areas().size(); at++) {
                String code = county.areas().get(at).code();
                List<String> total = row(code, year, county.caseload().count(measure, year, at));
                if (haveFamilies) {
                    table.add(with(total, Integer.toString(county.lookedAfter().familiesSquared(year, at))));
                    continue;
                }
                table.add(haveReasons ? with(total, SeriesKey.ALL) : total);
                if (haveReasons) {
                    for (String reason : Caseload.PLAN_REASONS_PERCENT.keySet()) {
                        int plans = county.caseload().plans(reason, year, at);
                        if (plans > 0) {
                            table.add(with(row(code, year, plans), reason));
                        }
                    }
                }
            }
        }
        return table.text();
    }

    private static String parts(County county) {
        Table table = new Table(List.of("LSOA21CD", "period", "breakdown", "category", "count"));
        for (int year : Residents.YEARS) {
            for (int at = 0; at < county.areas().size(); at++) {
                for (Map.Entry<Category, Integer> part :
                        county.lookedAfter().parts(year, at).entrySet()) {
                    table.add(List.of(
                            county.areas().get(at).code(),
                            Integer.toString(year),
                            part.getKey().breakdown(),
                            part.getKey().name(),
                            part.getValue().toString()));
                }
            }
        }
        return table.text();
    }

    private static List<String> row(String code, int year, int count) {
        return List.of(code, Integer.toString(year), Integer.toString(count));
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }
}
