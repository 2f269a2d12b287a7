package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.stats.Estimate;

/**
 * What needs assessments printed about the children they serve, built again from the numbers that they printed beside it. Where the
 * print contradicts itself the test says where.
 */
class PrintedCompositionTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "printed-figures");

    /** The percentages that a year lacks of 100: plans of those years have reasons that were not printed. */
    private static final Map<String, String> NOT_PRINTED =
            Map.of("child protection plans 2010", "7.6", "child protection plans 2015", "4.2");

    /**
     * A percentage with one decimal of a few hundred plans is that of a whole number of plans or none: a printed one that none gives
     * would be a misprint. There is none.
     */
    @Test
    void everyPrintedPercentageOfStaffordshireIsThatOfAWholeNumberOfChildren() throws IOException {
        Map<String, Integer> totals = staffordshireTotals();
        for (CSVRecord row : records("staffordshire-composition-2010-2015.csv")) {
            int total = totals.getOrDefault(row.get("cohort") + " " + row.get("year"), 0);
            BigDecimal printed = new BigDecimal(row.get("percent"));
            Composition.Part part = composition(row.get("dimension"), total, Map.of("it", children(printed, total)))
                    .parts()
                    .get(0);
            assertEquals(0, printed.compareTo(percent(part)), row.toString());
        }
    }

    @Test
    void theChildrenOfEachYearOfStaffordshireAddUpWhereItsPercentagesDo() throws IOException {
        Map<String, Integer> totals = staffordshireTotals();
        Map<String, Map<String, Integer>> years = new TreeMap<>();
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (CSVRecord row : records("staffordshire-composition-2010-2015.csv")) {
            String year = row.get("cohort") + " " + row.get("year");
            BigDecimal printed = new BigDecimal(row.get("percent"));
            years.computeIfAbsent(year, ignored -> new LinkedHashMap<>())
                    .put(row.get("category"), children(printed, totals.getOrDefault(year, 0)));
            sums.merge(year, printed, BigDecimal::add);
        }
        assertEquals(12, years.size());
        years.forEach((year, children) -> {
            int total = totals.getOrDefault(year, 0);
            BigDecimal lacking = new BigDecimal(NOT_PRINTED.getOrDefault(year, "0"));
            BigDecimal sum = sums.getOrDefault(year, BigDecimal.ZERO);
            // Ten roundings of at most 0.05 each; the print is never further from 100 than 0.4.
            assertEquals(100 - lacking.doubleValue(), sum.doubleValue(), 0.45, year);
            Composition composition = composition("reason", total, children);
            int counted = children.values().stream().mapToInt(Integer::intValue).sum();
            boolean isWhole = counted == total;
            assertEquals(isWhole, composition.notes().isEmpty(), year + " " + composition.notes());
            if (year.startsWith("child protection plans")) {
                assertEquals(!NOT_PRINTED.containsKey(year), isWhole, year);
            }
        });
        assertEquals(
                List.of(
                        "The categories add up to 351, not to the total of 380: a category is missing, or events are in several."),
                composition("abuse type", 380, years.getOrDefault("child protection plans 2010", Map.of()))
                        .notes());
    }

    /**
     * Wilson's limits of the share of neglect among the plans of 2015, by hand: y = 341 of 624, z = 1.959964, z² = 3.841459;
     * (682 + 3.841459 ± 1.959964 √(3.841459 + 1364 x 0.453526)) / (2 x 627.841459).
     */
    @Test
    void limitsStandBesideAPrintedShare() {
        Estimate neglect = composition("abuse type", 624, Map.of("Neglect", 341))
                .parts()
                .get(0)
                .share()
                .estimate()
                .orElseThrow();
        assertEquals(0.546474, neglect.estimate(), 5e-7);
        double root = Math.sqrt(3.841459 + 1364 * 0.453526);
        assertEquals((685.841459 - 1.959964 * root) / 1255.682918, neglect.lower(), 5e-6);
        assertEquals((685.841459 + 1.959964 * root) / 1255.682918, neglect.upper(), 5e-6);
    }

    /**
     * Some: the components add up to 39,449 only with 3,500 children in need, where 93,500 are printed; they are in two to three
     * systems. Few: 1,950 children are in one system only, the other 4,009 in four to five; 2,751.8 was cut off, not rounded.
     */
    @Test
    void theTiersOfStaffordshireFollowFromTheirComponents() throws IOException {
        Map<String, CSVRecord> tiers = new TreeMap<>();
        records("staffordshire-tiers.csv").forEach(row -> tiers.put(row.get("tier"), row));
        int some = 3_500 + 4_300 + 2_150 + 3_570 + 440 + 249 + 19_000 + 6_240;
        assertEquals(39_449, some);
        assertTrue(
                cell(tiers, "some", "components").contains("CIN 93,500 (as printed; the printed total implies 3,500)"));
        assertEquals(cell(tiers, "some", "published_low"), Math.round(some / 3.0) + "");
        assertEquals(cell(tiers, "some", "published_high"), Math.round(some / 2.0) + "");
        int few = 960 + 340 + 650 + 3_000 + 200 + 809;
        assertEquals(5_959, few);
        int once = 960 + 340 + 650;
        assertEquals(cell(tiers, "few", "published_low"), (int) Math.floor(once + (few - once) / 5.0) + "");
        assertEquals(cell(tiers, "few", "published_high"), Math.round(once + (few - once) / 4.0) + "");
    }

    /** One number of children under 18 gives both rates of 2015 as printed, to one decimal. */
    @Test
    void theRatesOfRedcarAndClevelandAreOfTheSameChildren() throws IOException {
        Map<String, String> printed = new TreeMap<>();
        for (CSVRecord row : records("redcar-cleveland-2014-2015.csv")) {
            if (row.get("area").equals("Redcar and Cleveland")) {
                printed.put(row.get("measure") + " " + row.get("year"), row.get("value"));
            }
        }
        double children = 27_322;
        assertEquals(
                printed.get("children in need rate 2015"),
                ratePer10000(printed.getOrDefault("children in need at 31 March 2015", "0"), children));
        assertEquals(
                printed.get("child protection plan rate 2015"),
                ratePer10000(printed.getOrDefault("child protection plans at 31 March 2015", "0"), children));
        assertEquals(
                printed.get("children in need rate 2014"),
                ratePer10000(printed.getOrDefault("children in need at 31 March 2014", "0"), 27_298));
    }

    /**
     * Of 225 children who started to be looked after for the first time the primary need is printed, of 236 the legal status, of 320
     * that they started: three tables of three groups of children, which no share may mix. The printed rate of 68 is not that of
     * the 118,800 children under 18 that are printed too, which would be 64.4, but of some 112,500.
     */
    @Test
    void theTablesOfWarwickshireAreOfDifferentChildren() throws IOException {
        Map<String, Integer> needs = new LinkedHashMap<>();
        Map<String, Integer> statuses = new LinkedHashMap<>();
        Map<String, Integer> others = new TreeMap<>();
        for (CSVRecord row : records("warwickshire-looked-after.csv")) {
            if (row.get("area").equals("Warwickshire")) {
                String measure = row.get("measure");
                Map<String, Integer> table = measure.startsWith("first-time entrants")
                        ? needs
                        : measure.startsWith("legal status") ? statuses : others;
                table.put(
                        table == others ? measure + " " + row.get("period") + " " + row.get("unit") : measure,
                        Integer.valueOf(row.get("value")));
            }
        }
        int starts = others.getOrDefault("started to be looked after 2015 children", 0);
        Composition byNeed = composition("primary need", 225, needs);
        Composition byStatus = composition("legal status", 236, statuses);
        assertEquals(List.of(), byNeed.notes());
        assertEquals(List.of(), byStatus.notes());
        assertEquals(
                List.of("55.6", "23.1", "9.8", "6.7", "3.6", "1.3"),
                byNeed.parts().stream().map(part -> percent(part).toString()).toList());
        assertEquals("66.5", percent(byStatus.parts().get(0)).toString());
        assertEquals(
                List.of(
                        "The categories add up to 225, not to the total of 320: a category is missing, or events are in several."),
                composition("primary need", starts, needs).notes());

        String lookedAfter =
                others.getOrDefault("looked after at 31 March 2016 children", 0).toString();
        assertEquals("64.4", ratePer10000(lookedAfter, others.getOrDefault("children under 18 2014 children", 0)));
        assertEquals("68.0", ratePer10000(lookedAfter, 112_500));
    }

    @Test
    void hiddenPartStaysHiddenAndHidesTheSharesOfATotalThatNobodyKnows() {
        List<Composition.Category> parts = List.of(
                new Composition.Category("girls", Value.suppressed()),
                new Composition.Category("boys", Value.known(14)));
        for (Composition.Part part : Composition.of("sex", parts).parts()) {
            assertTrue(part.share().estimate().isEmpty(), part.toString());
        }
        Composition ofKnown = Composition.of("sex", parts, Value.known(17));
        assertEquals(Value.suppressed(), ofKnown.parts().get(0).count());
        assertTrue(ofKnown.parts().get(0).share().estimate().isEmpty());
        assertEquals("82.4", percent(ofKnown.parts().get(1)).toString());
        assertEquals(List.of(), ofKnown.notes());
    }

    private static Composition composition(String breakdown, int total, Map<String, Integer> children) {
        List<Composition.Category> categories = new ArrayList<>();
        children.forEach((name, count) -> categories.add(new Composition.Category(name, Value.known(count))));
        return Composition.of(breakdown, categories, Value.known(total));
    }

    /** The whole number of children that comes nearest to a printed percentage. */
    private static int children(BigDecimal percent, int total) {
        return percent.multiply(BigDecimal.valueOf(total))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static BigDecimal percent(Composition.Part part) {
        return BigDecimal.valueOf(100 * part.share().estimate().orElseThrow().estimate())
                .setScale(1, RoundingMode.HALF_UP);
    }

    private static String ratePer10000(String count, double children) {
        double rate = ValueArithmetic.ratio(Value.known(Double.parseDouble(count)), Value.known(children), 10_000)
                .number()
                .orElseThrow();
        return BigDecimal.valueOf(rate).setScale(1, RoundingMode.HALF_UP).toString();
    }

    private static Map<String, Integer> staffordshireTotals() throws IOException {
        Map<String, String> cohorts = Map.of(
                "children in need at 31 March", "children in need",
                "child protection plans at 31 March", "child protection plans");
        Map<String, Integer> totals = new TreeMap<>();
        for (CSVRecord row : records("staffordshire-trends-2010-2015.csv")) {
            String cohort = cohorts.get(row.get("measure"));
            if (cohort != null) {
                totals.put(cohort + " " + row.get("year"), Integer.valueOf(row.get("count")));
            }
        }
        assertEquals(12, totals.size());
        return totals;
    }

    private static String cell(Map<String, CSVRecord> rows, String row, String column) {
        CSVRecord found = rows.get(row);
        return found == null ? "" : found.get(column);
    }

    private static List<CSVRecord> records(String file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = format.parse(Files.newBufferedReader(FOLDER.resolve(file)))) {
            return parser.getRecords();
        }
    }
}
