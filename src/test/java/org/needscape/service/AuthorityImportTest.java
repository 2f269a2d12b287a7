package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.geoio.table.TableRequest;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.store.Dataset;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

/** Files about authorities on their way into the store, and what is then said of one of them; the figures are made up. */
class AuthorityImportTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AreaCode HARTLEPOOL = new AreaCode("E06000001");
    private static final Period YEAR = new Period("2024");
    private static final String GEOGRAPHY =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,";
    private static final String ROW =
            "2024,Reporting year,Local authority,E92000001,England,E12000001,North East,805,Hartlepool,E06000001,";
    private static final String NUMBER_AND_RATE =
            GEOGRAPHY + "population_count,population_estimate,number,rate_per_10000";
    private static final String CHARACTERISTICS = GEOGRAPHY + "cla_group,characteristic,number,percentage";
    private static final String ON_31_MARCH = "la_cla_on_31_march_by_characteristics.csv";

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void openStore() {
        store = H2StoreOpener.inMemory("authority-import-" + COUNT.incrementAndGet());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aLaterFileWithoutRatesKeepsThoseOfAnEarlierOneWhereTheNumberIsTheSame() {
        load("cla.csv", NUMBER_AND_RATE, ROW + "Children looked after at 31 March each year,20115,350,174");

        load(ON_31_MARCH, CHARACTERISTICS, ROW + "Age group,Total,350,100");

        AuthorityFigure kept = whole();
        assertEquals(Value.known(350), kept.number());
        assertEquals(Value.known(174), kept.ratePer10000());
        assertEquals(Value.known(20_115), kept.population());
    }

    @Test
    void theRateOfAnotherNumberIsNotKept() {
        load("cla.csv", NUMBER_AND_RATE, ROW + "Children looked after at 31 March each year,20115,350,174");

        load(ON_31_MARCH, CHARACTERISTICS, ROW + "Age group,Total,351,100");

        AuthorityFigure revised = whole();
        assertEquals(Value.known(351), revised.number());
        assertEquals(Value.notAvailable(), revised.ratePer10000());
        assertEquals(Value.notAvailable(), revised.population());
    }

    @Test
    void aNumberThatIsHiddenNowKeepsNoRateFromWhichItFollows() {
        load("cla.csv", NUMBER_AND_RATE, ROW + "Children looked after at 31 March each year,20115,350,174");

        load(ON_31_MARCH, CHARACTERISTICS, ROW + "Age group,Total,c,c");

        assertEquals(Value.suppressed(), whole().number());
        assertEquals(Value.notAvailable(), whole().ratePer10000());
    }

    @Test
    void partsOfOneGroupAreNotTakenForThoseOfAnother() {
        load(
                ON_31_MARCH,
                CHARACTERISTICS,
                ROW + "Age group,Under 1 year,c,c",
                ROW + "Age group,1 to 4 years,40,11",
                ROW + "Age group,Total,350,100",
                ROW + "Motherhood status,Mothers aged 12 and over,10,20",
                ROW + "Motherhood status,Total females aged 12 and over,50,100");

        // 40 / 350 = 0.1143 and 10 / 50 = 0.2: each a share of its own group's total.
        assertEquals(
                List.of(
                        "Age group, children at 31 March 2024, of 350: 1 to 4 years 40 known 0.1143; Under 1 year null suppressed null",
                        "Motherhood status, children at 31 March 2024, of 50: Mothers aged 12 and over 10 known 0.2000"),
                composition());
        // The total by age is the number of all.
        assertEquals(
                350,
                document()
                        .path("measures")
                        .path(0)
                        .path("rows")
                        .path(0)
                        .path("count")
                        .asInt());
    }

    @Test
    void factorsAreSharesOfTheEpisodesThatHaveAnyAndMayAddUpToMore() {
        load(
                "c3.csv",
                GEOGRAPHY + "category,Episodes_with_assessment_factor,Alcohol_Misuse_child,Neglect",
                ROW + "Factors identified at the end of assessment,100,60,c");

        assertEquals(
                List.of(
                        "Factors identified at the end of assessment, episodes in the year ending 31 March 2024, of 100:"
                                + " Alcohol Misuse child 60 known 0.6000; Neglect null suppressed null"),
                composition());
    }

    @Test
    void sharesOfATotalThatIsNotKnownAreNotWorkedOut() {
        load(ON_31_MARCH, CHARACTERISTICS, ROW + "Gender,Female,140,40", ROW + "Legal status,Remand,0,0");

        assertEquals(
                List.of(
                        "Gender, children at 31 March 2024, of null: Female 140 known null",
                        "Legal status, children at 31 March 2024, of null: Remand 0 known null"),
                composition());
    }

    private AuthorityFigure whole() {
        return store.read(session -> session.authorities().listFigures(AuthorityMeasure.CLA_AT_31_MARCH, YEAR)).stream()
                .filter(figure -> figure.category().equals(AuthorityFigure.ALL))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode document() {
        return store.read(session -> {
            AuthorityRates rates = new AuthorityRates(session.authorities());
            return AuthorityJson.of(
                    session.authorities(), rates, rates.find(HARTLEPOOL).orElseThrow());
        });
    }

    private List<String> composition() {
        List<String> said = new ArrayList<>();
        for (JsonNode one : document().path("composition")) {
            List<String> rows = StreamSupport.stream(one.path("rows").spliterator(), false)
                    .map(row -> row.path("category").asText() + " "
                            + row.path("count").asText() + " "
                            + row.path("state").asText() + " "
                            + row.path("share").asText())
                    .toList();
            said.add(one.path("breakdown").asText() + ", " + one.path("counted").asText() + " "
                    + one.path("when").asText() + ", of " + one.path("total").asText() + ": "
                    + String.join("; ", rows));
        }
        return said;
    }

    private void load(String name, String... lines) {
        try {
            Path file = Files.write(folder.resolve(name), List.of(lines));
            store.write(session -> {
                long dataset = session.datasets()
                        .add(new Dataset(0, "authority", name, "made up", "Open", name, "", 1, Instant.EPOCH));
                ImportLog log = new ImportLog(name);
                new AuthorityImport(session.authorities())
                        .run(
                                new TableRequest(file, name, geography -> java.util.Set.of(), log, Progress.SILENT),
                                dataset);
                assertEquals(List.of(), log.toReport().problems());
                return dataset;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
