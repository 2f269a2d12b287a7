package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.ValueState;

/** Every row of the published files about authorities; how many there are is said in the MANIFEST of the data. */
class PublishedAuthoritiesTest {

    private static final String FOLDER = "local_authority/";

    @Test
    void tidyTableIsTakenWholeAndItsEmptyNumbersKeepTheirReasons() {
        AuthorityTables tables = readAll("childrens_social_care_by_la_2013_2024.csv", 18_243);

        assertEquals(18_243, tables.figures().size());
        // The 161 rows without a number by their published symbols: c 65, z 60, x 33 and .. 3.
        assertEquals(
                Map.of(
                        ValueState.SUPPRESSED, 65L,
                        ValueState.NOT_APPLICABLE, 60L,
                        ValueState.NOT_AVAILABLE, 36L,
                        ValueState.KNOWN, 18_082L),
                states(tables.figures()));
    }

    @Test
    void englandHasTheNumbersThatTheManifestNames() {
        AuthorityTables tables = readAll("childrens_social_care_by_la_2013_2024.csv", 18_243);
        Map<String, Double> found = new TreeMap<>();
        for (String year : List.of("2018", "2019", "2022", "2024")) {
            found.put(year, number(tables, "E92000001", AuthorityMeasure.CLA_AT_31_MARCH, year));
        }

        assertEquals(Map.of("2018", 75_370.0, "2019", 78_140.0, "2022", 82_090.0, "2024", 83_630.0), found);
    }

    @Test
    void filesAsPublishedAgreeWithTheTidyTable() {
        AuthorityTables tidy = readAll("childrens_social_care_by_la_2013_2024.csv", 18_243);
        AuthorityTables inNeed = readAll("as_published_b1_children_in_need_2013_to_2022.csv", 1_638);
        AuthorityTables plans = readAll("as_published_d1_child_protection_plans_2013_to_2022.csv", 1_638);
        AuthorityTables lookedAfter =
                readAll("as_published_cla_number_and_rate_per_10k_children_2020_to_2024.csv", 2_505);

        assertEquals(8 * 1_638, inNeed.figures().size());
        assertEquals(7 * 1_638, plans.figures().size());
        assertEquals(2_505, lookedAfter.figures().size());
        assertAgree(tidy, inNeed, AuthorityMeasure.CIN_AT_31_MARCH);
        assertAgree(tidy, inNeed, AuthorityMeasure.CIN_STARTED);
        assertAgree(tidy, plans, AuthorityMeasure.CPP_STARTED);
        assertAgree(tidy, plans, AuthorityMeasure.CPP_ANY_POINT);
        assertAgree(tidy, lookedAfter, AuthorityMeasure.CLA_AT_31_MARCH);
    }

    @Test
    void factorsAndDeprivationAreTakenWhole() {
        // 39 factors and the episodes that have any.
        assertEquals(
                40 * 818,
                readAll("as_published_c3_factors_identified_at_end_of_assessment_2018_to_2022.csv", 818)
                        .figures()
                        .size());
        assertEquals(
                20_604,
                readAll("deprivation_by_upper_tier_la_2015_2019.csv", 20_604)
                        .deprivation()
                        .size());
        assertEquals(
                17 * 317,
                readAll("deprivation_by_district_2019.csv", 317).deprivation().size());
        assertEquals(
                56 * 296,
                readAll("deprivation_by_district_2025.csv", 296).deprivation().size());
    }

    private static AuthorityTables readAll(String name, int rows) {
        TableProbe probe = TableProbe.real(FOLDER + name);
        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of());
        assertEquals(List.of(), probe.refusals());
        assertEquals(rows, probe.report().read());
        assertEquals(rows, probe.report().accepted());
        return tables;
    }

    private static Map<ValueState, Long> states(List<AuthorityFigure> figures) {
        Map<ValueState, Long> states = new TreeMap<>();
        figures.forEach(figure -> states.merge(figure.number().state(), 1L, Long::sum));
        return states;
    }

    private static double number(AuthorityTables tables, String code, AuthorityMeasure measure, String year) {
        return tables.figures().stream()
                .filter(figure -> figure.authority().equals(new AreaCode(code))
                        && figure.measure() == measure
                        && figure.period().equals(new Period(year)))
                .findFirst()
                .orElseThrow()
                .number()
                .number()
                .orElseThrow();
    }

    private static void assertAgree(AuthorityTables tidy, AuthorityTables published, AuthorityMeasure measure) {
        Map<String, AuthorityFigure> expected = new TreeMap<>();
        tidy.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .forEach(figure -> expected.put(figure.authority() + " " + figure.period(), figure));
        for (AuthorityFigure figure : published.figures()) {
            if (figure.measure() == measure) {
                AuthorityFigure same = expected.get(figure.authority() + " " + figure.period());
                assertEquals(same.number(), figure.number(), figure.toString());
                assertEquals(same.ratePer10000(), figure.ratePer10000(), figure.toString());
            }
        }
    }
}
