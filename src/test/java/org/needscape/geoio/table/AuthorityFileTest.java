package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityLevel;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.authority.DecileCount;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.report.UnreadableFileException;

/** Files about whole authorities as their publishers write them; the numbers of the excerpts are made up for the tests. */
class AuthorityFileTest {

    private static final String TIDY =
            "new_la_code,old_la_code,la_name,geographic_level,region_code,region_name,time_period,measure,number,"
                    + "rate_per_10000,population_0_17,flag,source";
    private static final String GEOGRAPHY =
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,";
    private static final AreaCode HARTLEPOOL = new AreaCode("E06000001");
    private static final AreaCode MIDDLESBROUGH = new AreaCode("E06000002");
    private static final Authority KNOWN_HARTLEPOOL =
            new Authority(HARTLEPOOL, "Hartlepool", AuthorityLevel.AUTHORITY, Optional.empty(), "805");
    private static final Authority KNOWN_MIDDLESBROUGH =
            new Authority(MIDDLESBROUGH, "Middlesbrough", AuthorityLevel.AUTHORITY, Optional.empty(), "806");

    @TempDir
    private Path folder;

    @Test
    void tidyRowsSayWhoWhatAndWhen() {
        AuthorityTables tables = read(
                TIDY,
                "E06000001,805,Hartlepool,Local authority,E12000001,North East,2024,cla_at_31_march,350.0,174.0,20115,,DfE",
                "E12000001,,North East,Regional,E12000001,North East,2024,cla_at_31_march,6000,113,,,DfE",
                "E92000001,,England,National,,,2024,cla_at_31_march,83630,70,11998646,,DfE");

        assertEquals(
                List.of(
                        new Authority(
                                HARTLEPOOL,
                                "Hartlepool",
                                AuthorityLevel.AUTHORITY,
                                Optional.of(new AreaCode("E12000001")),
                                "805"),
                        new Authority(
                                new AreaCode("E12000001"), "North East", AuthorityLevel.REGION, Optional.empty(), ""),
                        new Authority(
                                new AreaCode("E92000001"), "England", AuthorityLevel.COUNTRY, Optional.empty(), "")),
                tables.authorities());
        assertEquals(
                new AuthorityFigure(
                        HARTLEPOOL,
                        AuthorityMeasure.CLA_AT_31_MARCH,
                        new Period("2024"),
                        "all",
                        Value.known(350),
                        Value.known(174),
                        Value.known(20_115),
                        Set.of()),
                tables.figures().get(0));
        assertEquals("Open Government Licence v3.0", tables.licence());
    }

    @Test
    void symbolsStayWhatTheyAre() {
        AuthorityTables tables = read(
                TIDY,
                tidy(2019, "", "", "c"),
                tidy(2020, "", "", "x"),
                tidy(2021, "", "", "z"),
                tidy(2022, "", "", "k"),
                tidy(2023, "7", "1.5", "u"),
                tidy(2024, "", "", ".."),
                tidy(2018, "0", "0", ""),
                tidy(2017, "", "", ""));

        assertEquals(
                List.of(
                        Value.suppressed(),
                        Value.notAvailable(),
                        Value.notApplicable(),
                        Value.low(),
                        Value.known(7),
                        Value.notAvailable(),
                        Value.known(0),
                        Value.notAvailable()),
                tables.figures().stream().map(AuthorityFigure::number).toList());
        assertEquals(Set.of(ValueFlag.LOW_CONFIDENCE), tables.figures().get(4).flags());
        assertEquals(Value.suppressed(), tables.figures().get(0).ratePer10000());
    }

    @Test
    void crossHidesInFilesUpTo2018AndIsNotAvailableInLaterOnes() {
        assertEquals(
                Value.suppressed(),
                read(TIDY, tidy(2018, "x", "x", "")).figures().get(0).number());
        assertEquals(
                Value.notAvailable(),
                read(TIDY, tidy(2018, "x", "x", ""), tidy(2019, "1", "1", ""))
                        .figures()
                        .get(0)
                        .number());
    }

    @Test
    void rowsThatCannotBeAreRefusedOneByOne() {
        TableProbe probe = TableProbe.written(
                folder,
                TIDY,
                tidy(2024, "-3", "1", ""),
                tidy(2023, "3", "1", "?"),
                tidy(2022, "3", "1", "c"),
                tidy(2021, "", "4.5", "c"),
                "E06000001,805,Hartlepool,Local authority,E12000001,North East,2020,cla_at_31_march,300,20,200,,DfE",
                tidy(2019, "3", "1", ""),
                tidy(2019, "3", "1", ""),
                tidy(2018, "3", "1", "").replace("2018", "last year"),
                tidy(2017, "3", "1", "").replace("cla_at_31_march", "adoptions"),
                tidy(2016, "3", "1", "").replace("Local authority", "School"),
                tidy(2015, "3", "1", "").replace("E06000001", "x"),
                tidy(2014, "three", "1", ""));

        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of());

        assertEquals(1, tables.figures().size());
        assertEquals(
                List.of(
                        "2 [number] : The number is not a whole number of 0 or more.",
                        "3 [flag] : The symbol is not known.",
                        "4 [flag] : The row has a number and a symbol that says there is none.",
                        "5 [number] : The number is hidden and its rate is not, which would tell the number.",
                        "6 [number] : There are more of them than children who live there.",
                        "8 [measure] : The authority has an earlier row for the same measure and period.",
                        "9 [time_period] : The period is no reporting year.",
                        "10 [measure] : The measure is not known.",
                        "11 [geographic_level] : The row is neither about the country nor a region nor a local authority.",
                        "12 [new_la_code] : The cell has no code of an authority.",
                        "13 [number] : The cell holds neither a number nor a symbol that is known."),
                probe.refusals());
    }

    @Test
    void childrenInNeedAreReadWithRatesAndWithoutThem() {
        AuthorityTables to2024 = read(
                "\uFEFF" + GEOGRAPHY
                        + "old_la_code,new_la_code,la_name,category,Anypoint_episodes,Anypoint_episodes_rate,"
                        + "Anypoint_child,Anypoint_child_rate,At31_episodes,At31_episodes_rate,Awaiting_assessment,"
                        + "Awaiting_assessment_rate",
                "2024,Reporting year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,"
                        + "Children in Need,2055,1012.9,1900,936.5,900,443.6,c,c");
        AuthorityTables since2025 = read(
                GEOGRAPHY
                        + "old_la_code,new_la_code,la_name,category,Anypoint_episodes,Anypoint_child,At31_episodes,awaiting_assessment",
                "2025,Reporting year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,"
                        + "Children in Need,2100,1950,910,0");

        assertEquals(
                List.of(
                        AuthorityMeasure.CIN_ANY_POINT,
                        AuthorityMeasure.CIN_ANY_POINT_CHILDREN,
                        AuthorityMeasure.CIN_AT_31_MARCH,
                        AuthorityMeasure.CIN_AWAITING_ASSESSMENT),
                to2024.figures().stream().map(AuthorityFigure::measure).toList());
        assertEquals(Value.known(443.6), to2024.figures().get(2).ratePer10000());
        assertEquals(Value.suppressed(), to2024.figures().get(3).number());
        assertEquals(Value.known(910), since2025.figures().get(2).number());
        assertEquals(Value.notAvailable(), since2025.figures().get(2).ratePer10000());
        assertEquals(Value.known(0), since2025.figures().get(3).number());
    }

    @Test
    void childrenLookedAfterAreReadUnderEitherName() {
        String row = "Reporting year,Local authority,E92000001,England,E12000001,North East,805,Hartlepool,E06000001,"
                + "Children looked after at 31 March each year,20115,350,174";
        AuthorityTables old = read(
                GEOGRAPHY
                        + "old_la_code,la_name,new_la_code,population_count,population_estimate,number,rate_per_10000",
                "2024," + row);
        AuthorityTables renamed = read(
                GEOGRAPHY
                        + "old_la_code,la_name,new_la_code,population_type,population_estimate,children_count,rate_per_10000",
                "202425," + row);

        assertEquals(Value.known(350), old.figures().get(0).number());
        assertEquals(Value.known(20_115), old.figures().get(0).population());
        assertEquals(new Period("2025"), renamed.figures().get(0).period());
        assertEquals(AuthorityMeasure.CLA_AT_31_MARCH, renamed.figures().get(0).measure());
    }

    @Test
    void factorsAreCategoriesOfAllEpisodesThatHaveAny() {
        AuthorityTables tables = read(
                GEOGRAPHY
                        + "old_la_code,new_la_code,la_name,category,Episodes_with_assessment_factor,Alcohol_Misuse_child,Neglect",
                "2022,Reporting year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,"
                        + "Factors identified at the end of assessment,900,c,350");

        assertEquals(
                List.of("all", "Alcohol Misuse child", "Neglect"),
                tables.figures().stream().map(AuthorityFigure::category).toList());
        assertEquals(
                List.of(Value.known(900), Value.suppressed(), Value.known(350)),
                tables.figures().stream().map(AuthorityFigure::number).toList());
    }

    @Test
    void referralsAreRead() {
        AuthorityTables tables = read(
                GEOGRAPHY
                        + "old_la_code,new_la_code,la_name,category,referral_count,rereferral_count,rereferral_percent",
                "2025,Reporting year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,"
                        + "Referrals,1200,240,20");

        assertEquals(
                List.of(Value.known(1200), Value.known(240)),
                tables.figures().stream().map(AuthorityFigure::number).toList());
    }

    @Test
    void enquiriesConferencesAndHowLongPlansHaveLastedAreRead() {
        AuthorityTables enquiries = read(
                GEOGRAPHY
                        + "old_la_code,new_la_code,la_name,category,Section47,Section47_child,ICPC,ICPC_child,Duration_0-10_days",
                "2025,Reporting year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,"
                        + "Section 47s and Initial Child Protection Conferences,948,772,304,294,c");
        AuthorityTables durations = read(
                GEOGRAPHY
                        + "old_la_code,new_la_code,la_name,category,CPP_At31,3_months_or_less,3_months_or_less_percent",
                "2025,Reporting year,Local authority,E92000001,England,E12000001,North East,805,E06000001,Hartlepool,"
                        + "Child Protection Plans,200,50,25");

        assertEquals(
                List.of(AuthorityMeasure.SECTION_47_ENQUIRIES, AuthorityMeasure.ICPC),
                enquiries.figures().stream().map(AuthorityFigure::measure).toList());
        assertEquals(Value.known(304), enquiries.figures().get(1).number());
        assertEquals(
                List.of("all", "Time on the plan: 3 months or less"),
                durations.figures().stream().map(AuthorityFigure::category).toList());
        assertEquals(Value.known(50), durations.figures().get(1).number());
    }

    @Test
    void childrenLookedAfterByCharacteristicAreReadInAllLayouts() {
        String before =
                "Reporting year,Local authority,E92000001,England,E12000001,North East,805,Hartlepool,E06000001,";
        String[] rows = {
            before + "Age group,Under 1 year,c,c", before + "Age group,1 to 4 years,40,11",
            before + "Category of need,N7. Low income,1,k", before + "Age group,Total,350,100"
        };
        List<String> categories = List.of(
                "Age group: Under 1 year",
                "Age group: 1 to 4 years",
                "Category of need: N7. Low income",
                "Age group: Total",
                "all");
        for (String columns : List.of(
                "cla_group,characteristic,number,percentage",
                "CLA_group,characteristic,number,percentage",
                "characteristic,breakdown,children_count,children_percent")) {
            AuthorityTables tables = readNamed(
                    "la_cla_on_31_march_by_characteristics.csv",
                    GEOGRAPHY + "old_la_code,la_name,new_la_code," + columns,
                    "2024," + rows[0],
                    "2024," + rows[1],
                    "2024," + rows[2],
                    "2024," + rows[3]);

            assertEquals(
                    categories,
                    tables.figures().stream().map(AuthorityFigure::category).toList());
            assertEquals(
                    List.of(Value.suppressed(), Value.known(40), Value.known(1), Value.known(350), Value.known(350)),
                    tables.figures().stream().map(AuthorityFigure::number).toList());
            assertEquals("Children looked after by characteristic and local authority", tables.title());
        }
    }

    @Test
    void whichChildrenAreLookedAfterIsInTheNameOfTheFileAlone() {
        String header = GEOGRAPHY + "old_la_code,la_name,new_la_code,cla_group,characteristic,number,percentage";
        String row = "2024,Reporting year,National,E92000001,England,,,,,,Gender,Female,12470,40";
        assertEquals(
                List.of(AuthorityMeasure.CLA_AT_31_MARCH, AuthorityMeasure.CLA_STARTED, AuthorityMeasure.CLA_CEASED),
                List.of(
                                "la_cla_on_31_march_by_characteristics.csv",
                                "la_cla_who_started_to_be_looked_after.csv",
                                "la_children_who_ceased_during_the_year.csv")
                        .stream()
                        .map(name ->
                                readNamed(name, header, row).figures().get(0).measure())
                        .toList());
        for (String other : List.of(
                "la_cla_during_year_new_placements.csv",
                "la_children_who_ceased_during_the_year_sgo_adoption.csv",
                "table.csv")) {
            TableProbe probe = TableProbe.named(folder, other, header + "\n" + row + "\n");
            String refused = String.valueOf(
                    assertThrows(UnreadableFileException.class, () -> AuthorityFile.read(probe.request(), List.of()))
                            .getMessage());
            assertTrue(
                    refused.startsWith(
                            other
                                    + " has children looked after by characteristic, but its name does not say which children: give"),
                    refused);
        }
    }

    @Test
    void characteristicsThatCannotBeAreRefused() {
        String before = "2024,Reporting year,National,E92000001,England,,,,,,";
        TableProbe probe = TableProbe.named(
                folder,
                "la_cla_on_31_march_by_characteristics.csv",
                String.join(
                        "\n",
                        GEOGRAPHY + "old_la_code,la_name,new_la_code,cla_group,characteristic,number,percentage",
                        before + "Gender,Female,12470,40",
                        before + "Gender,Female,12470,40",
                        before + "Gender,Male,c,60",
                        before + "Gender,,5,1",
                        before + "Gender,Other,5,101",
                        ""));

        AuthorityFile.read(probe.request(), List.of());

        assertEquals(
                List.of(
                        "3 [characteristic] : The authority has an earlier row for the same characteristic and period.",
                        "4 [number] : The number is hidden and its percentage is not, which would tell the number.",
                        "5 [characteristic] : The cell names no characteristic.",
                        "6 [percentage] : The number is not a percentage from 0 to 100."),
                probe.refusals());
    }

    @Test
    void deprivationIsReadInAllSpellingsOfItsStatistics() {
        AuthorityTables longOne = read(
                "utla_code,utla_name,index_year,index,statistic,value",
                "E06000001,Hartlepool,2019,IMD,IMD - Average score,35.037",
                "E06000001,Hartlepool,2019,IMD,IMD 2019 - Extent,0.4973",
                "E06000001,Hartlepool,2019,Income,Rank of Income Scale,120");
        AuthorityTables districts2019 = read("ltla19_code,Score,Extent,Income_Score", "E06000001,35.037,0.4973,0.228");
        AuthorityTables districts2025 = read(
                "ltla24_code,ltla24_name,imd_average_score,imd25_extent,rank_of_income_scale",
                "E07000218,North Warwickshire,17,0.1,9");
        AuthorityTables official = read(
                "Local Authority District code (2019),Local Authority District name (2019),IMD - Average score ",
                "E06000001,Hartlepool,35.037");

        AuthorityDeprivation score = new AuthorityDeprivation(
                HARTLEPOOL, 2019, AuthorityDeprivation.IMD, AuthorityDeprivation.AVERAGE_SCORE, Value.known(35.037));
        assertEquals(
                List.of(
                        score,
                        new AuthorityDeprivation(HARTLEPOOL, 2019, "imd", "extent", Value.known(0.4973)),
                        new AuthorityDeprivation(HARTLEPOOL, 2019, "income", "rank-of-scale", Value.known(120))),
                longOne.deprivation());
        assertEquals(
                longOne.deprivation().subList(0, 2), districts2019.deprivation().subList(0, 2));
        assertEquals(score, official.deprivation().get(0));
        assertEquals(2025, districts2025.deprivation().get(0).indexYear());
        assertEquals("rank-of-scale", districts2025.deprivation().get(2).statistic());
        assertEquals(AuthorityLevel.DISTRICT, districts2025.authorities().get(0).level());
    }

    @Test
    void neighboursComeFromTheModelByNumberAndFromAListByCode() {
        AuthorityTables model = read(
                List.of(KNOWN_HARTLEPOOL, KNOWN_MIDDLESBROUGH),
                "old_la_code,la_name,region_ind,region_name,SN_1,SN_1P",
                "805,Hartlepool,4,North East,806,Very close");
        AuthorityTables list = read(
                List.of(KNOWN_HARTLEPOOL, KNOWN_MIDDLESBROUGH),
                "authority_code,neighbour_code,position,weight",
                "E06000001,E06000002,1,0.4");

        assertEquals(
                List.of(new StatisticalNeighbour(HARTLEPOOL, MIDDLESBROUGH, 1, OptionalDouble.empty(), "Very close")),
                model.neighbours());
        assertEquals(
                List.of(new StatisticalNeighbour(HARTLEPOOL, MIDDLESBROUGH, 1, OptionalDouble.of(0.4), "")),
                list.neighbours());
    }

    @Test
    void neighboursThatAreNotLoadedAreRefusedAndSayWhatToImportFirst() {
        TableProbe probe = TableProbe.written(
                folder,
                "authority_code,neighbour_code",
                "E06000001,E06000002",
                "E06000001,E06000001",
                "E06000001,E06000009");

        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of(KNOWN_HARTLEPOOL, KNOWN_MIDDLESBROUGH));

        assertEquals(1, tables.neighbours().size());
        assertEquals(
                List.of(
                        "3 [neighbour_code] : An authority cannot be its own neighbour.",
                        "4 [neighbour_code] : No authority of this code is loaded."),
                probe.refusals());
        assertTrue(refusal("old_la_code,la_name,SN_1", "805,Hartlepool,806").contains("import a file"));
    }

    @Test
    void countsByDecileAreReadAsOneTableForEachAuthorityMeasureAndPeriod() {
        TableProbe probe = TableProbe.written(
                folder,
                DecileTables.HEADER,
                "E10999002,Invented county,cla,2024,1,1000,12",
                "E10999002,Invented county,cla,2024,2,1200.5,c",
                "E10999002,Invented county,cla,2024,2,1200.5,3",
                "E10999002,Invented county,cla,2024,11,10,0",
                "E10999002,Invented county,cla,2024,3,10,11",
                "E10999002,Invented county,foster,2024,4,10,1",
                "E10999002,Invented county,cla,2023,10,900,0");

        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of());

        assertTrue(tables.fictional());
        assertEquals(2, tables.deciles().size());
        assertEquals(Measure.CLA, tables.deciles().get(0).measure());
        assertEquals(
                List.of(new DecileCount(1, 1000, Value.known(12)), new DecileCount(2, 1200.5, Value.suppressed())),
                tables.deciles().get(0).deciles());
        assertEquals(
                List.of(
                        "4 [decile] : The authority has an earlier row for the same measure, period and decile.",
                        "5 [decile] : The number is not a whole number from 1 to 10.",
                        "6 [count] : There are more of them than children who live there.",
                        "7 [measure] : The measure is not known."),
                probe.refusals());
    }

    @Test
    void realAndFictionalAuthoritiesNeverStandInOneFile() {
        assertTrue(refusal(
                        DecileTables.HEADER,
                        "E10999002,Invented county,cla,2024,1,1000,12",
                        "E10000031,Warwickshire,cla,2024,1,1000,12")
                .contains("mixes fictional authorities with real ones"));
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithOneSentenceThatNamesWhatIsRead() {
        String refused = refusal("LSOA code (2021),IMD decile", "E01000001,3");

        assertTrue(refused.startsWith("table.csv is no file about authorities that is known: give a file of"), refused);
        assertTrue(refused.endsWith("with the header " + DecileTables.HEADER + "."), refused);
    }

    private static String tidy(int year, String number, String rate, String flag) {
        return "E06000001,805,Hartlepool,Local authority,E12000001,North East," + year + ",cla_at_31_march," + number
                + "," + rate + ",," + flag + ",DfE";
    }

    private AuthorityTables read(String... lines) {
        return read(List.of(), lines);
    }

    private AuthorityTables readNamed(String name, String... lines) {
        TableProbe probe = TableProbe.named(folder, name, String.join("\n", lines) + "\n");
        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of());
        assertEquals(List.of(), probe.refusals());
        return tables;
    }

    private AuthorityTables read(List<Authority> known, String... lines) {
        TableProbe probe = TableProbe.written(folder, lines);
        AuthorityTables tables = AuthorityFile.read(probe.request(), known);
        assertEquals(List.of(), probe.refusals());
        return tables;
    }

    private String refusal(String... lines) {
        TableProbe probe = TableProbe.written(folder, lines);
        return String.valueOf(
                assertThrows(UnreadableFileException.class, () -> AuthorityFile.read(probe.request(), List.of()))
                        .getMessage());
    }
}
