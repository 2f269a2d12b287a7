package org.needscape.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lookup, the residents by single year of age, and the Indices of Deprivation. */
final class GeographyTables {

    static final String LOOKUP_FILE = "LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv";
    static final String DEPRIVATION_FILE = "File_7_IoD2025_fictional.csv";

    private GeographyTables() {}

    /** Content by file name. */
    static Map<String, String> of(County county) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(LOOKUP_FILE, lookup(county));
        files.put(DEPRIVATION_FILE, deprivation(county));
        for (int year : Residents.YEARS) {
            files.put(populationFile(year), population(county, year));
        }
        return files;
    }

    static String populationFile(int year) {
        return "population_mid" + year + "_fictional.csv";
    }

    private static String lookup(County county) {
        Table table = new Table(List.of(
                "LSOA21CD", "LSOA21NM", "MSOA21CD", "MSOA21NM", "LAD24CD", "LAD24NM", "CTYUA24CD", "CTYUA24NM"));
        for (DemoArea area : county.areas()) {
            table.add(List.of(
                    area.code(),
                    area.name(),
                    area.msoaCode(),
                    area.msoaName(),
                    area.district().code(),
                    area.district().name(),
                    CountyPlan.COUNTY_CODE,
                    CountyPlan.COUNTY_NAME));
        }
        return table.text();
    }

    private static String deprivation(County county) {
        List<String> header = new ArrayList<>(List.of(
                "LSOA code (2021)",
                "LSOA name (2021)",
                "Local Authority District code (2024)",
                "Local Authority District name (2024)"));
        for (DeprivationMeasure measure : DeprivationMeasure.values()) {
            header.addAll(List.of(measure.scoreHeader(), measure.rankHeader(), measure.decileHeader()));
        }
        header.addAll(List.of(
                "Total population: mid 2022",
                "Dependent Children aged 0-15: mid 2022",
                "Older population aged 60 and over: mid 2022",
                "Working age population 18-66 (for use with Employment Deprivation Domain): mid 2022"));
        Table table = new Table(header);
        for (int at = 0; at < county.areas().size(); at++) {
            table.add(deprivationRow(county, at));
        }
        return table.text();
    }

    private static List<String> deprivationRow(County county, int at) {
        DemoArea area = county.areas().get(at);
        DeprivationIndices indices = county.indices();
        Residents residents = county.residents();
        List<String> row = new ArrayList<>(List.of(
                area.code(),
                area.name(),
                area.district().code(),
                area.district().name()));
        for (DeprivationMeasure measure : DeprivationMeasure.values()) {
            row.add(Table.fixed(indices.score(measure, at), 3));
            row.add(Integer.toString(indices.rank(measure, at)));
            row.add(Integer.toString(indices.decile(measure, at)));
        }
        row.add(Integer.toString(residents.aged(2022, at, 0, Residents.LAST_AGE)));
        row.add(Integer.toString(residents.aged(2022, at, 0, 15)));
        row.add(Integer.toString(residents.aged(2022, at, 60, Residents.LAST_AGE)));
        row.add(Integer.toString(residents.aged(2022, at, 18, 66)));
        return row;
    }

    private static String population(County county, int year) {
        List<String> header =
                new ArrayList<>(List.of("LAD 2023 Code", "LAD 2023 Name", "LSOA 2021 Code", "LSOA 2021 Name", "Total"));
        for (String sex : List.of("F", "M")) {
            for (int age = 0; age <= Residents.LAST_AGE; age++) {
                header.add(sex + age);
            }
        }
        Table table = new Table(header);
        for (int at = 0; at < county.areas().size(); at++) {
            DemoArea area = county.areas().get(at);
            List<String> row = new ArrayList<>(List.of(
                    area.district().code(),
                    area.district().name(),
                    area.code(),
                    area.name(),
                    Integer.toString(county.residents().aged(year, at, 0, Residents.LAST_AGE))));
            for (int age = 0; age <= Residents.LAST_AGE; age++) {
                row.add(Integer.toString(county.residents().female(year, at, age)));
            }
            for (int age = 0; age <= Residents.LAST_AGE; age++) {
                row.add(Integer.toString(county.residents().male(year, at, age)));
            }
            table.add(row);
        }
        return table.text();
    }
}
