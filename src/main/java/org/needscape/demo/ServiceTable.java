package org.needscape.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The county's invented services. Budgets are of a size that counties state, sites are in the middle of towns, and two things are planted:
 * no service is for young people of 20 and over at levels 3 and 4, and nobody says what one of the services costs.
 */
final class ServiceTable {

    static final String FILE = "services_fictional.csv";

    /** How a service is spread over the county. */
    private enum Spread {
        /** It comes to the family. */
        NOWHERE,
        /** The largest town of every district. */
        EVERY_DISTRICT,
        /** The largest towns of the first three districts. */
        THREE_TOWNS
    }

    /** @param lastAge empty for no upper age */
    private record Line(
            String name, int firstAge, String lastAge, String tiers, String budget, String places, Spread spread) {}

    private static final List<Line> LINES = List.of(
            new Line("Children's centres (fictional)", 0, "5", "1;2", "3120000", "", Spread.EVERY_DISTRICT),
            new Line("Health visiting (fictional)", 0, "5", "1;2", "4480000", "", Spread.NOWHERE),
            new Line("School nursing (fictional)", 5, "19", "1;2", "1450000", "", Spread.NOWHERE),
            new Line("Family information service (fictional)", 0, "25", "1;2", "118000", "", Spread.NOWHERE),
            new Line("Parenting programme (fictional)", 0, "17", "2;3", "196000", "240", Spread.THREE_TOWNS),
            new Line("Family support workers (fictional)", 0, "17", "2;3;4", "1260000", "620", Spread.NOWHERE),
            new Line("Attendance team (fictional)", 5, "16", "2;3", "", "", Spread.NOWHERE),
            new Line("Counselling in schools (fictional)", 11, "16", "2;3", "174000", "150", Spread.NOWHERE),
            new Line("Youth work (fictional)", 13, "19", "1;2;3", "588000", "", Spread.EVERY_DISTRICT),
            new Line("Young parents' nurses (fictional)", 13, "19", "2;3;4", "610000", "100", Spread.NOWHERE),
            new Line("Domestic abuse support (fictional)", 0, "19", "3;4", "402000", "90", Spread.THREE_TOWNS),
            new Line(
                    "Drug and alcohol help for young people (fictional)",
                    10,
                    "19",
                    "2;3",
                    "265000",
                    "80",
                    Spread.THREE_TOWNS),
            new Line("Youth justice team (fictional)", 10, "17", "3;4", "930000", "", Spread.NOWHERE),
            new Line("Adult drug and alcohol help (fictional)", 18, "", "1;2", "2900000", "", Spread.THREE_TOWNS));

    private ServiceTable() {}

    /** The file's content. */
    static String text(County county) {
        Table table =
                new Table(List.of("service", "age_from", "age_to", "tiers", "annual_budget_gbp", "places", "sites"));
        for (Line line : LINES) {
            table.add(List.of(
                    line.name(),
                    Integer.toString(line.firstAge()),
                    line.lastAge(),
                    line.tiers(),
                    line.budget(),
                    line.places(),
                    sites(county, line.spread())));
        }
        return table.text();
    }

    private static String sites(County county, Spread spread) {
        List<String> middles = new ArrayList<>();
        CountyPlan.DISTRICTS.forEach(district -> middle(county, district).ifPresent(middles::add));
        return switch (spread) {
            case NOWHERE -> "";
            case EVERY_DISTRICT -> String.join(";", middles);
            case THREE_TOWNS -> middles.stream().limit(3).collect(Collectors.joining(";"));
        };
    }

    /** The area in the middle of a district's largest town. */
    private static Optional<String> middle(County county, District district) {
        return county.areas().stream()
                .filter(area -> area.district().equals(district) && !area.isRural())
                .min(Comparator.comparing((DemoArea area) ->
                                -area.settlement().map(Settlement::areas).orElse(0))
                        .thenComparing(DemoArea::townPosition)
                        .thenComparing(DemoArea::code))
                .map(DemoArea::code);
    }
}
