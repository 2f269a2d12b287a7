package org.needscape.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The circumstances linked with need with their codebook. */
final class NeedTables {

    static final String INDICATOR_FILE = "indicators_fictional_wide.csv";
    static final String CODEBOOK_FILE = "codebook.csv";

    private NeedTables() {}

    /** Content by file name. */
    static Map<String, String> of(County county) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(INDICATOR_FILE, indicators(county));
        files.put(CODEBOOK_FILE, codebook());
        return files;
    }

    private static String indicators(County county) {
        List<String> header = new ArrayList<>(List.of("lsoa21cd", "lsoa21nm", "lad24cd", "lad24nm"));
        Arrays.stream(RiskFactor.values()).map(RiskFactor::id).forEach(header::add);
        for (RiskFactor factor : RiskFactor.values()) {
            header.add(factor.id() + "_numerator");
            header.add(factor.id() + "_denominator");
        }
        Table table = new Table(header);
        for (int at = 0; at < county.areas().size(); at++) {
            DemoArea area = county.areas().get(at);
            List<String> row = new ArrayList<>(List.of(
                    area.code(),
                    area.name(),
                    area.district().code(),
                    area.district().name()));
            for (RiskFactor factor : RiskFactor.values()) {
                row.add(county.factors().cell(factor, at));
            }
            for (RiskFactor factor : RiskFactor.values()) {
                row.add(county.factors().numerator(factor, at));
                row.add(county.factors().denominator(factor, at));
            }
            table.add(row);
        }
        return table.text();
    }

    private static String codebook() {
        Table table = new Table(List.of(
                "indicator_id",
                "geography",
                "label",
                "unit",
                "period",
                "higher_means",
                "status",
                "source",
                "theme",
                "numerator",
                "denominator",
                "licence",
                "sensitivity"));
        for (RiskFactor factor : RiskFactor.values()) {
            table.add(List.of(
                    factor.id(),
                    "LSOA 2021",
                    factor.label(),
                    factor.unit().words(),
                    "2024",
                    factor.higherIsMoreNeed() ? "more need" : "less need",
                    "invented",
                    "Fictional data",
                    factor.theme(),
                    factor.numerator(),
                    factor.group().words(),
                    "Apache License 2.0",
                    "open"));
        }
        return table.text();
    }
}
