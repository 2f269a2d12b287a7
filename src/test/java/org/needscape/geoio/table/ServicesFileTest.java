package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.provision.AgeRange;
import org.needscape.provision.CoverageMatrix;
import org.needscape.provision.Service;
import org.needscape.provision.Site;
import org.needscape.report.UnreadableFileException;

class ServicesFileTest {

    private static final AreaId LOADED = new AreaId(TableProbe.LSOA_2021, new AreaCode("E01029345"));

    @TempDir
    Path folder;

    private final List<Service> services = new ArrayList<>();

    private TableProbe read(TableProbe probe) {
        ServicesFile.read(
                probe.request(),
                code -> Optional.of(LOADED).filter(area -> area.code().equals(code)),
                services::add);
        return probe;
    }

    private TableProbe read(String... lines) {
        return read(TableProbe.written(folder, lines));
    }

    /** The service map of the published needs assessment: 23 services, two without a budget; the sum was added up beside. */
    @Test
    void serviceMapOfWarwickshireIsTakenAsPrinted() {
        RealData.require("reference/staffordshire_nb.csv");
        TableProbe probe = read(
                TableProbe.of(RealData.folder().resolveSibling("facts").resolve("warwickshire-services-2016.csv")));

        assertEquals("23 read, 23 accepted, 0 refused, 0 outside", probe.counts());
        assertEquals(
                List.of("2 services have no budget in the file; it is not known, and not taken as 0."),
                probe.report().notes());
        assertEquals(
                21_697_047,
                services.stream()
                        .mapToLong(service -> service.annualBudgetPounds().orElse(0))
                        .sum());
        assertEquals(
                new Service(
                        "Attendance, Compliance and Enforcement (ACE) Team",
                        AgeRange.of(5, 16),
                        List.of(2, 3, 4),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        List.of()),
                services.get(0));
        assertEquals(AgeRange.from(16), services.get(4).ages());
        CoverageMatrix matrix = CoverageMatrix.of(services);
        assertEquals(
                List.of("0 to 4", "5", "6 to 9", "10 to 12", "13 to 15", "16", "17", "18", "19", "20 to 25"),
                matrix.bands().stream().map(CoverageMatrix.Band::words).toList());
        assertEquals(List.of(), matrix.gaps());
        // Counted by hand for ages 20 to 25: three services at levels 1 and 4, five at 2, four at 3.
        assertEquals(
                List.of(3, 5, 4, 3),
                matrix.cells().stream()
                        .skip(matrix.cells().size() - 4)
                        .map(cell -> cell.services().size())
                        .toList());
    }

    @Test
    void budgetsPlacesAndSitesAreReadWhereTheyAre() {
        TableProbe probe = read(
                "Service,Age From,Age To,Levels,Lead,annual_budget_gbp,places,sites",
                "  Family   hub ,0,,4;1; 2;1,council,\"£1,250,000\",40,E01029345; 443210 281450;443210 281450",
                "Youth club,11.0,18,2,,187000.50,,",
                "Helpline,0,0,1,,0,0,",
                "Visits,7,7,1,,:,x,");

        assertEquals("4 read, 4 accepted, 0 refused, 0 outside", probe.counts());
        assertEquals(
                List.of(
                        new Service(
                                "Family hub",
                                AgeRange.from(0),
                                List.of(1, 2, 4),
                                OptionalLong.of(1_250_000),
                                OptionalInt.of(40),
                                List.of(new Site.InArea(LOADED), new Site.AtPoint(443_210, 281_450))),
                        new Service(
                                "Youth club",
                                AgeRange.of(11, 18),
                                List.of(2),
                                OptionalLong.of(187_001),
                                OptionalInt.empty(),
                                List.of()),
                        new Service(
                                "Helpline",
                                AgeRange.of(0, 0),
                                List.of(1),
                                OptionalLong.of(0),
                                OptionalInt.of(0),
                                List.of()),
                        new Service(
                                "Visits",
                                AgeRange.of(7, 7),
                                List.of(1),
                                OptionalLong.empty(),
                                OptionalInt.empty(),
                                List.of())),
                services);
        assertEquals(
                List.of(
                        "Columns that say nothing of services were passed over: Lead.",
                        "1 service has no budget in the file; it is not known, and not taken as 0."),
                probe.report().notes());
        assertEquals(1, probe.report().repaired());
        assertEquals(3, probe.report().problems().get(0).row());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ,0,5,1,1,1,                    | service            | The service has no name.
                    first,0,5,1,1,1,               | service            | The service stands in an earlier row too.
                    A,,5,1,1,1,                    | age_from           | The first age is missing.
                    A,-1,5,1,1,1,                  | age_from           | The age is not a whole number of years from 0 to 120.
                    A,0.5,5,1,1,1,                 | age_from           | The age is not a whole number of years from 0 to 120.
                    A,0,121,1,1,1,                 | age_to             | The age is not a whole number of years from 0 to 120.
                    A,0,NaN,1,1,1,                 | age_to             | The age is not a whole number of years from 0 to 120.
                    A,6,5,1,1,1,                   | age_to             | The last age is before the first.
                    A,0,5,,1,1,                    | tiers              | The levels of need are missing.
                    A,0,5,0,1,1,                   | tiers              | The cell is no list of levels 1 to 4.
                    A,0,5,1-4,1,1,                 | tiers              | The cell is no list of levels 1 to 4.
                    A,0,5,5,1,1,                   | tiers              | The cell is no list of levels 1 to 4.
                    A,0,5,1,-1,1,                  | annual_budget_gbp  | The budget is below 0 or too large.
                    A,0,5,1,1e300,1,               | annual_budget_gbp  | The budget is below 0 or too large.
                    A,0,5,1,lots,1,                | annual_budget_gbp  | The cell holds neither a number nor a symbol that is known.
                    A,0,5,1,c,1,                   | annual_budget_gbp  | The cell holds neither a number nor a symbol that is known.
                    A,0,5,1,1,1.5,                 | places             | The number of places is not a whole number from 0.
                    A,0,5,1,1,-1,                  | places             | The number of places is not a whole number from 0.
                    A,0,5,1,1,1,<b>                | sites              | A site is neither a code of an area nor an easting and a northing.
                    A,0,5,1,1,1,E01000001          | sites              | A site is in an area whose boundary is not loaded.
                    A,0,5,1,1,1,800000 1           | sites              | A site lies outside the British National Grid.
                    A,0,5,1,1,1,1 1400000          | sites              | A site lies outside the British National Grid.
                    A,0,5,1,1                      | ''                 | The row has 5 cells where the header has 7.
                    """)
    void rowThatCannotBeTakenIsRefusedWithItsFieldAndTheOthersAreTaken(String row, String field, String reason) {
        TableProbe probe = read(
                "service,age_from,age_to,tiers,annual_budget_gbp,places,sites",
                "First,0,5,1,1,1,",
                row,
                "Last,0,5,1,1,1,");

        assertEquals(List.of("3 [" + field + "] : " + reason), probe.refusals());
        assertTrue(probe.report().problems().get(0).whatToDo().endsWith("."));
        assertEquals(
                List.of("First", "Last"), services.stream().map(Service::name).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    area,count/E01029345,3                                | is no list of services
                    service,age_to,tiers/A,5,1                            | has no column 'age_from'
                    service,age_from,tiers/A,5,1                          | has no column 'age_to'
                    service,age_from,age_to/A,0,5                         | has no column 'tiers'
                    age_from,age_to,tiers/0,5,1                           | has no column 'service'
                    service;age_from;age_to;tiers/A;0;5;1                 | separated by semicolons
                    service,age_from,age_to,tiers                         | has a header but no rows
                    service,age_from,age_to,tiers,tiers/A,0,5,1,1         | two columns named 'tiers'
                    """)
    void fileThatIsNoListOfServicesIsRefusedWithWhatToDo(String text, String sentence) {
        String problem = assertThrows(UnreadableFileException.class, () -> read(text.split("/")))
                .getMessage();

        assertTrue(problem.contains(sentence), problem);
        assertEquals(List.of(), services);
    }

    @Test
    void hostileFilesEndInOneSentence() {
        String header = "service,age_from,age_to,tiers\n";
        String many = header
                + String.join(
                        "\n",
                        IntStream.range(0, 2_001)
                                .mapToObj(k -> "S" + k + ",0,5,1")
                                .toList());
        String open = header + "\"A" + "x".repeat(1_200_000);

        String sites = "service,age_from,age_to,tiers,sites\n"
                + String.join(
                        "\n",
                        IntStream.range(0, 11)
                                .mapToObj(service -> "S" + service + ",0,5,1,"
                                        + String.join(
                                                ";",
                                                IntStream.range(0, 200)
                                                        .mapToObj(site -> site + " " + service)
                                                        .toList()))
                                .toList());

        for (String text : List.of(many, open, sites)) {
            assertThrows(
                    UnreadableFileException.class,
                    () -> read(TableProbe.bytes(folder, "table.csv", text.getBytes(StandardCharsets.UTF_8))));
        }
        assertThrows(UnreadableFileException.class, () -> read(TableProbe.bytes(folder, "zeros.csv", new byte[5_000])));
        services.clear();
        TableProbe probe = read(header + "a\u202Eb,0,5,1\n" + "n".repeat(201) + ",0,5,1\n=1+1,0,5,1");
        assertEquals(List.of("=1+1"), services.stream().map(Service::name).toList());
        assertEquals(2, probe.report().refused());
    }
}
