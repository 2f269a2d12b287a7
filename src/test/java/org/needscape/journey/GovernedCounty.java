package org.needscape.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The fictional county with three data sets under three policies: children looked after, hidden up to 5 and approved; children in
 * need, rounded; and plans, hidden up to 100. Of one area the number of children looked after is not given.
 */
final class GovernedCounty {

    /** The district with the areas that are looked at, the largest of the county. */
    static final String DISTRICT = "E07999001";

    static final String HIDDEN = "E01999052";
    static final String NOT_GIVEN = "E01999039";
    static final String ZERO = "E01999062";

    /** Counts that are hidden, and so large and odd that no other number of the county is likely to be one of them. */
    static final List<Integer> HIDDEN_COUNTS = List.of(83, 89, 97);

    static final String COUNTS_OF_NEED = "8";

    /** A moment on a page. */
    static final String WHEN = "\\d{1,2} \\w+ \\d{4} at \\d\\d:\\d\\d";

    /** What the page says of children looked after. */
    static final String LOOKED_AFTER_FACTS =
            """
            State approved for release
            Marking Official: for the safeguarding partners
            Kept until 31 December 2999
            Who may see exact values the data team
            What is hidden Counts of 1 to 5 are hidden, and so is every other figure from which one of them could be worked \
            out. Zero is shown as zero. Counts that are shown are not rounded. A rate among fewer than 30 children is \
            hidden. Whatever is added up or taken away, the smallest and the largest number that a hidden figure could be \
            stay at least 3 apart.
            Came from Fictional data, invented for demonstration
            Imported WHEN
            Decisions Approved by A. Lead on WHEN: for the board
            """;

    /** What the page says of children in need. */
    static final String NEED_FACTS =
            """
            State draft, not approved for release
            Marking Official: draft figures, not approved for release
            Kept until no end was set
            Who may see exact values nobody but the operator of the store
            What is hidden Counts are not hidden for being small but rounded to the nearest multiple of 5, and rates are made \
            from rounded counts; one that was hidden earlier stays hidden. Zero is shown as zero, and so is a count that rounds to zero: a 0 can be none or a \
            few. A rate among fewer than 30 children is hidden.
            Came from Fictional data, invented for demonstration
            Imported WHEN
            Decisions nobody has decided anything yet
            """;

    private static final Path FILES = Path.of("geodata", "fictional-county");
    private static final String LOOKED_AFTER = "7";
    private static final String FIRST_PLANS = "2";

    private GovernedCounty() {}

    /** Imports it into a new store, decides about it and audits it. */
    static void into(Path store, Path folder) throws IOException {
        run(store, "import", "boundaries", FILES.resolve("LSOA_2021_fictional_BGC.zip"), "--geography", "lsoa-2021");
        agreeOnPlans(store, folder);
        run(store, "import", "boundaries", FILES.resolve("LAD_2024_fictional_BGC.zip"), "--geography", "lad-2024");
        run(store, "import", "lookup", FILES.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"));
        run(store, "import", "deprivation", FILES.resolve("File_7_IoD2025_fictional.csv"), "--release", "2025");
        Path population = FILES.resolve("population_mid2024_fictional.csv");
        run(store, "import", "population", population, "--geography", "lsoa-2021", "--period", "2024");
        counts(store, folder, "cla", lookedAfter());
        counts(store, folder, "cin", List.of("E01999001,2024,12", "E01999002,2024,0", "E01999003,2024,1"));
        List<String> plans = new ArrayList<>();
        HIDDEN_COUNTS.forEach(count -> plans.add("E0199900" + (plans.size() + 1) + ",2024," + count));
        counts(store, folder, "cpp", plans);

        policy(
                store,
                LOOKED_AFTER,
                "--keep-until",
                "2999-12-31",
                "--exact-audience",
                "the data team",
                "--marking",
                "Official: for the safeguarding partners");
        policy(store, COUNTS_OF_NEED, "--rounding-base", 5);
        run(store, "datasets", "approve", LOOKED_AFTER, "--by", "A. Lead", "--note", "for the board");
        run(store, "audit");
    }

    /** A policy holds for what is imported after it; what was shown before, the audit would rightly count as known. */
    private static void agreeOnPlans(Path store, Path folder) throws IOException {
        counts(store, folder, "cpp", List.of("E01999001,2023,3"));
        policy(
                store,
                FIRST_PLANS,
                "--threshold",
                100,
                "--zero-is-hidden",
                "--minimum-denominator",
                50,
                "--protection-width",
                9);
        run(store, "datasets", "withdraw", FIRST_PLANS, "--by", "A. Lead");
        run(store, "datasets", "forget", FIRST_PLANS, "--by", "A. Lead");
    }

    /** The middle of the largest circle inside an area, as an address of the map page says it, near enough to see little else. */
    static String centreOf(JsonNode feature) {
        JsonNode geometry = feature.required("geometry");
        JsonNode ring = geometry.required("coordinates").required(0);
        if (geometry.required("type").asText().equals("MultiPolygon")) {
            ring = ring.required(0);
        }
        Coordinate[] corners = new Coordinate[ring.size()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new Coordinate(
                    ring.required(i).required(0).doubleValue(),
                    ring.required(i).required(1).doubleValue());
        }
        Point middle = MaximumInscribedCircle.getCenter(new GeometryFactory().createPolygon(corners), 1e-4);
        return String.format(Locale.ROOT, "%.4f_%.4f_14", middle.getY(), middle.getX());
    }

    /** Why districts open instead of the 540 small areas, of which so many are hidden. */
    static String why(int hidden) {
        return "In " + Math.round(hidden / 5.4)
                + " % of the areas the number of Children looked after, 2024 is hidden to"
                + " protect children, so districts are shown instead.";
    }

    /** What the page says of a data set, each term on a line with what is said of it; WHEN stands for a moment. */
    static String facts(Page page, String title) {
        Locator dataset = page.locator(
                "[data-module=datasets] details", new Page.LocatorOptions().setHasText(title + ", counts"));
        StringBuilder text = new StringBuilder();
        for (Locator part : dataset.locator("dl > *").all()) {
            boolean isTerm = part.evaluate("(part) => part.tagName").equals("DT");
            text.append(part.innerText().replace('\n', ' ')).append(isTerm ? ' ' : '\n');
        }
        return text.toString().replaceAll(WHEN, "WHEN");
    }

    static void run(Path store, Object... arguments) {
        CommandLineRun.on(store, arguments).done();
    }

    /** Counts of one year, one of them as the file of a county has it that was not told. */
    private static List<String> lookedAfter() throws IOException {
        return Files.readAllLines(FILES.resolve("children_looked_after_fictional.csv")).stream()
                .filter(line -> line.contains(",2024,"))
                .map(line -> line.startsWith(NOT_GIVEN)
                        ? NOT_GIVEN + ",2024,:"
                        : line.substring(0, line.lastIndexOf(','))) // without what is said of families
                .toList();
    }

    private static void counts(Path store, Path folder, String measure, List<String> lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve(measure + ".csv"), "LSOA21CD,period,count\n" + String.join("\n", lines) + "\n");
        run(store, "import", "counts", file, "--measure", measure, "--geography", "lsoa-2021");
    }

    private static void policy(Path store, String dataset, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("datasets", "policy", dataset));
        arguments.addAll(List.of(options));
        run(store, arguments.toArray());
    }
}
