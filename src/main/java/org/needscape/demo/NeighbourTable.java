package org.needscape.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.indicator.Measure;

/** What is known of the county's invented neighbours: children and counts by national decile. */
final class NeighbourTable {

    static final String FILE = "neighbouring_authorities_fictional.csv";

    private NeighbourTable() {}

    /** The file's content. */
    static String text(County county) {
        Table table = new Table(
                List.of("authority_code", "authority_name", "measure", "period", "decile", "children", "count"));
        for (Neighbour neighbour : Neighbour.ALL) {
            for (Measure measure : Neighbour.MEASURES) {
                double countyPer10000 =
                        Caseload.ratePer10000InDecileOne(measure, county.areas(), county.indices(), county.residents());
                for (int year : Residents.YEARS) {
                    for (int decile = 1; decile <= neighbour.children().size(); decile++) {
                        table.add(List.of(
                                neighbour.code(),
                                neighbour.name(),
                                measure.code(),
                                Integer.toString(year),
                                Integer.toString(decile),
                                neighbour.children().get(decile - 1).toString(),
                                Long.toString(neighbour.count(measure, year, decile, countyPer10000))));
                    }
                }
            }
        }
        return table.text();
    }

    /** What was planted, and what a comparison with the county must and must not find. */
    static List<Object> truth() {
        List<Object> all = new ArrayList<>();
        for (Neighbour neighbour : Neighbour.ALL) {
            boolean planted = neighbour.timesTheCountysRate() > 1;
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("code", neighbour.code());
            each.put("name", neighbour.name());
            each.put("file", FILE);
            each.put("lawPlanted", planted);
            each.put(
                    "expected",
                    planted
                            ? "a lower crude rate, and more intervention at equal deprivation, in decile 1 and standardised"
                            : "a higher crude rate, and no evidence of a difference at equal deprivation");
            List<Object> measures = new ArrayList<>();
            for (Measure measure : Neighbour.MEASURES) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("measure", measure.code());
                one.put("timesTheCountysRateInDecile1", number(neighbour.timesTheCountysRate(measure, 1), 2));
                one.put("timesTheCountysRateInDecile10", number(neighbour.timesTheCountysRate(measure, 10), 4));
                one.put("slopePerDecile", number(neighbour.slopePerDecile(measure), 6));
                one.put("rateRatioDecile1To10", number(neighbour.timesHigher().getOrDefault(measure, 1.0), 2));
                measures.add(one);
            }
            each.put("measures", measures);
            all.add(each);
        }
        return all;
    }

    private static BigDecimal number(double value, int decimals) {
        return new BigDecimal(Table.fixed(value, decimals));
    }
}
