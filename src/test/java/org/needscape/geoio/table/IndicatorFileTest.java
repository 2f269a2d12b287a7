package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.RealData;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.report.UnreadableFileException;

class IndicatorFileTest {

    private static final String CODEBOOK = "indicators/codebook.csv";

    @TempDir
    Path folder;

    @Test
    void readsTheWideTableOfACounty() {
        TableProbe probe = TableProbe.real("indicators/indicators_lsoa11_staffordshire_and_stoke_wide.csv")
                .withLoaded(
                        TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011, TableProbe.staffordshire()));
        TableSummary summary = read(probe, RealData.require(CODEBOOK), TableProbe.LSOA_2011);
        // The row of E01029345.
        assertEquals(225, probe.number("income_deprived_n", "E01029345"));
        assertEquals(0.128, probe.number("income_deprived_rate", "E01029345"));
        assertEquals(436, probe.number("pop_0_17_mid2020", "E01029345"));
        assertEquals(-0.194, probe.number("housing_affordability", "E01029345"));
        assertEquals(28.72, probe.number("hh_deprived_2plus_pct", "E01029345"));
        assertEquals("687 read, 528 accepted, 0 refused, 159 outside", probe.counts());
        assertEquals(42, probe.indicators.size());
        assertEquals(List.of(), probe.report().notes());
        assertEquals("Indicators for lsoa-2011", summary.title());
        assertTrue(summary.source().startsWith("ONS small area population estimates"), summary.source());
    }

    @Test
    void theCodebookOfTheGeographyDefinesTheIndicator() {
        TableProbe probe = TableProbe.real("indicators/indicators_lsoa11_staffordshire_and_stoke_wide.csv")
                .withLoaded(TableProbe.LSOA_2011, "E01029345");
        read(probe, RealData.require(CODEBOOK), TableProbe.LSOA_2011);
        Indicator income = probe.indicator("income_deprived_n");
        // The codebook has a row for LSOA 2021 under the same id, with another label.
        assertEquals(
                "People in income-deprived families (count rounded to 5; small counts suppressed = blank)",
                income.label());
        assertEquals("persons", income.unit());
        assertEquals(Polarity.HIGHER_IS_MORE_NEED, income.polarity());
        assertEquals("IoD2019, MHCLG File 8", income.source());
        assertEquals(Sensitivity.OPEN, income.sensitivity());
        assertEquals(Polarity.NOT_STATED, probe.indicator("idaci_rank").polarity());
        assertEquals(
                "2015",
                probe.observation("income_deprived_n", "E01029345")
                        .series()
                        .period()
                        .text());
        assertEquals(
                "IoD 2019",
                probe.observation("income_deprived_n", "E01029345").series().edition());
        assertEquals(
                "27 March 2011",
                probe.observation("hh_census2011", "E01029345")
                        .series()
                        .period()
                        .text());
        assertEquals(
                Set.of(ValueFlag.ESTIMATED),
                probe.observation("idaci_rate_est", "E01029345").flags());
        assertEquals(
                "IoD 2019, estimated",
                probe.observation("idaci_rate_est", "E01029345").series().edition());
        assertEquals(
                Set.of(), probe.observation("income_deprived_rate", "E01029345").flags());
    }

    @Test
    void everyPublishedIndicatorIsOpen() {
        TableProbe probe = TableProbe.real("indicators/indicators_lsoa21_england_wide.csv.gz")
                .withLoaded(TableProbe.LSOA_2021, "E01029345");
        read(probe, RealData.require(CODEBOOK), TableProbe.LSOA_2021);
        assertEquals(46, probe.indicators.size());
        assertTrue(probe.indicators.stream().allMatch(indicator -> indicator.sensitivity() == Sensitivity.OPEN));
        assertEquals("33755 read, 1 accepted, 0 refused, 33754 outside", probe.counts());
    }

    @Test
    void blanksInTheIndicesCountsAreHiddenAndElsewhereNotAvailable() {
        TableProbe probe = TableProbe.real("indicators/indicators_lsoa11_england_wide.csv.gz")
                .withLoaded(TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011))
                .keeping(observation -> observation.value().equals(Value.suppressed())
                        || observation.area().value().equals("E01000001"));
        read(probe, RealData.require(CODEBOOK), TableProbe.LSOA_2011);
        // E01000001, City of London 001A: income, employment and IDACI counts and the estimated rate are blank.
        assertEquals(Value.suppressed(), probe.value("income_deprived_n", "E01000001"));
        assertEquals(Value.suppressed(), probe.value("idaci_children_n", "E01000001"));
        assertEquals(Value.notAvailable(), probe.value("idaci_rate_est", "E01000001"));
        assertEquals(Set.of(), probe.observation("idaci_rate_est", "E01000001").flags());
        // The published numbers of suppressed counts: IDACI 4,553, income 31, employment 119 of 32,844.
        assertEquals(4_553, suppressed(probe, "idaci_children_n"));
        assertEquals(31, suppressed(probe, "income_deprived_n"));
        assertEquals(119, suppressed(probe, "employment_deprived_n"));
        assertEquals("32844 read, 32844 accepted, 0 refused, 0 outside", probe.counts());
    }

    @Test
    void theIndices2025NumeratorsAreCountsAlthoughTheirUnitDoesNotSayIt() {
        TableProbe probe = TableProbe.real("indicators/indicators_lsoa21_england_wide.csv.gz")
                .withLoaded(TableProbe.LSOA_2021, TableProbe.realCodes(TableProbe.LSOA_2021))
                .keeping(observation -> observation.value().equals(Value.suppressed()));
        read(probe, RealData.require(CODEBOOK), TableProbe.LSOA_2021);
        // Suppressed in 2025: IDACI 815, IDAOPI 832.
        assertEquals(815, suppressed(probe, "idaci_children_n"));
        assertEquals(832, suppressed(probe, "iod25_income_deprivation_affecting_older_people_index_idaopi_numerator"));
    }

    @ParameterizedTest
    @CsvSource({
        "indicators/indicators_lsoa11_pilot_long.csv, lsoa-2011, acute_morbidity, 2015/16-2016/17, 125.256, 46788",
        "indicators/indicators_lsoa21_pilot_long.csv, lsoa-2021, crime_score, see IoD2025, -0.876, 52394"
    })
    void readsTheLongTables(String file, String geography, String id, String period, double value, long rows) {
        TableProbe probe = TableProbe.real(file).withLoaded(Geography.parse(geography), "E01029345");
        read(probe, RealData.require(CODEBOOK), Geography.parse(geography));
        assertEquals(value, probe.number(id, "E01029345"));
        assertEquals(
                period, probe.observation(id, "E01029345").series().period().text());
        assertEquals(rows, probe.report().read());
        assertEquals(0, probe.report().refused());
    }

    @Test
    void columnsThatTheCodebookDoesNotKnowAreNamedAndLeftOut() {
        TableProbe probe = written("LSOA21CD,LSOA21NM,ruc21cd,rate,mystery", "E01029345,A,UN1,1.5,9");
        read(probe, codebook("indicator_id,label", "rate,A rate"), TableProbe.LSOA_2021);
        assertEquals(1.5, probe.number("rate", "E01029345"));
        assertEquals(
                List.of("Column mystery is not in the codebook; it was left out."),
                probe.report().notes());
        Indicator rate = probe.indicator("rate");
        assertEquals("not stated", rate.unit());
        assertEquals("not stated", rate.source());
        assertEquals(Polarity.NOT_STATED, rate.polarity());
        assertEquals(
                "not stated",
                probe.observation("rate", "E01029345").series().period().text());
    }

    @Test
    void optionalColumnsOfTheCodebookAreKept() {
        TableProbe probe = written("LSOA21CD,lone", "E01029345,12");
        read(
                probe,
                codebook(
                        "indicator_id,geography,label,unit,period,higher_means,status,source,theme,numerator,denominator,licence,sensitivity,edition",
                        "lone,lsoa-2021,Lone parents,percent,2021,less need,official,ONS,Families,lone parents,households,OGL,open,Census 2021 rev"),
                TableProbe.LSOA_2021);
        Indicator lone = probe.indicator("lone");
        assertEquals(
                List.of("Families", "lone parents", "households", "OGL", "LOWER_IS_MORE_NEED"),
                List.of(
                        lone.theme(),
                        lone.numerator(),
                        lone.denominator(),
                        lone.licence(),
                        lone.polarity().name()));
        assertEquals(
                "Census 2021 rev",
                probe.observation("lone", "E01029345").series().edition());
    }

    @ParameterizedTest
    @CsvSource({
        // unit, status, sensitivity, expected
        "children, , , RESTRICTED",
        "persons, local, , RESTRICTED",
        "people, restricted, , RESTRICTED",
        "households, computed from local records, , RESTRICTED",
        "children, something else, , RESTRICTED",
        "children, local, open, RESTRICTED",
        "children, , open, OPEN",
        "children, official, , OPEN",
        "persons, sum of published single years, , OPEN",
        "persons, computed from published counts, , OPEN",
        "children, estimated, , OPEN",
        "children, official, restricted, RESTRICTED",
        "percent, , , OPEN",
        "percent, local, restricted, RESTRICTED",
        "'children per 10,000', , , OPEN"
    })
    void countsOfPeopleAreHiddenUnlessTheyArePublished(
            String unit, String status, String stated, Sensitivity expected) {
        TableProbe probe = written("LSOA21CD,n", "E01029345,3");
        read(
                probe,
                codebook(
                        "indicator_id,label,unit,status,sensitivity",
                        "n,Label,\"" + unit + "\"," + text(status) + "," + text(stated)),
                TableProbe.LSOA_2021);
        assertEquals(expected, probe.indicator("n").sensitivity());
    }

    @Test
    void aWideRowIsRefusedWholeAndALongOneByItself() {
        Path codebook = codebook("indicator_id,label", "a,A", "b,B");
        TableProbe wide = written("LSOA21CD,a,b", "E01029345,1,?", "E01029346,1,2", "E01029346,1,2");
        read(wide, codebook, TableProbe.LSOA_2021);
        assertEquals(
                List.of(
                        "2 [b] E01029345: The cell holds neither a number nor a symbol that is known.",
                        "4 [LSOA21CD] E01029346: The area stands in an earlier row too."),
                wide.refusals());
        assertEquals(2, wide.observations.size());
        TableProbe tall = written(
                "LSOA21CD,indicator_id,value,period",
                "E01029345,a,1,2020",
                "E01029345,b,?,2020",
                "E01029345,c,1,2020",
                "E01029345,a,2,2021",
                "E01029345,a,3,2021");
        read(tall, codebook, TableProbe.LSOA_2021);
        assertEquals(
                List.of(
                        "3 [value] E01029345: The cell holds neither a number nor a symbol that is known.",
                        "4 [indicator_id] E01029345: The indicator is not in the codebook for lsoa-2021.",
                        "6 [LSOA21CD] E01029345: The area has an earlier row for the same indicator and period."),
                tall.refusals());
        assertEquals(2, tall.observations.size());
    }

    @Test
    void theDepartmentForEducationsXDependsOnTheYear() {
        Path codebook = codebook(
                "indicator_id,label,period,source",
                "old,Old,2018,Department for Education",
                "new,New,2022,DfE",
                "other,Other,2018,ONS");
        TableProbe probe = written("LSOA21CD,old,new,other", "E01029345,x,x,x");
        read(probe, codebook, TableProbe.LSOA_2021);
        assertEquals(Value.suppressed(), probe.value("old", "E01029345"));
        assertEquals(Value.notAvailable(), probe.value("new", "E01029345"));
        assertEquals(Value.notAvailable(), probe.value("other", "E01029345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cla-count", "population-0-17", "imd-score", "CPP-COUNT"})
    void aCodebookCannotRedefineWhatOtherImportsOwn(String id) {
        TableProbe probe = written("LSOA21CD," + id, "E01029345,3");
        Path codebook = codebook("indicator_id,label,sensitivity", id + ",Label,open");
        assertTrue(assertThrows(UnreadableFileException.class, () -> read(probe, codebook, TableProbe.LSOA_2021))
                .getMessage()
                .contains("an id that belongs to another kind of import"));
    }

    @Test
    void codebooksThatCannotBeUsedAreRefused() {
        assertEquals(
                "codebook.csv is not a codebook: it needs at least the columns indicator_id and label.",
                refusal("id,name", "a,A"));
        assertEquals(
                "codebook.csv describes nothing for lsoa-2021, only for lsoa-2011.",
                refusal("indicator_id,label,geography", "a,A,LSOA 2011"));
        assertEquals(
                "codebook.csv describes a twice for lsoa-2021: keep one row.",
                refusal("indicator_id,label", "a,A", "a,B"));
        assertEquals(
                "codebook.csv has a sensitivity on line 2 that is not known: use open or restricted.",
                refusal("indicator_id,label,sensitivity", "a,A,secret"));
        assertEquals(
                "table.csv has no column that the codebook describes for lsoa-2021: check the indicator ids.",
                refusal("indicator_id,label", "z,Z"));
    }

    @Test
    void rowsOfTheCodebookThatCannotBeUsedAreNamed() {
        TableProbe probe = written("LSOA21CD,a", "E01029345,3");
        read(
                probe,
                codebook(
                        "indicator_id,label,geography",
                        "a,A,LSOA 2021",
                        "b c,B,LSOA 2021",
                        "d,,LSOA 2021",
                        "e,E,England"),
                TableProbe.LSOA_2021);
        assertEquals(
                List.of(
                        "Line 3 of codebook.csv was left out. Its id is missing or not possible. Use lower-case letters, digits, underscores and hyphens.",
                        "Line 4 of codebook.csv was left out. It has no label. Add one.",
                        "Line 5 of codebook.csv was left out. Its geography is not known. Write it like LSOA 2021 or lad-2024."),
                probe.report().notes());
    }

    @Test
    void fictionalAreasHaveNoPublisher() {
        TableProbe probe =
                TableProbe.written(folder, "LSOA21CD,a", "E01999001,3").withLoaded(TableProbe.LSOA_2021, "E01999001");
        TableSummary summary =
                read(probe, codebook("indicator_id,label,source", "a,A,ONS Census 2021"), TableProbe.LSOA_2021);
        assertEquals("Fictional demonstration data of no real place", summary.source());
        assertEquals(
                "Fictional demonstration data of no real place",
                probe.indicator("a").source());
    }

    private String refusal(String... codebookLines) {
        TableProbe probe = written("LSOA21CD,a", "E01029345,3");
        return assertThrows(
                        UnreadableFileException.class, () -> read(probe, codebook(codebookLines), TableProbe.LSOA_2021))
                .getMessage();
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static long suppressed(TableProbe probe, String id) {
        return probe.observations.stream()
                .filter(observation -> observation.series().indicator().value().equals(id)
                        && observation.value().equals(Value.suppressed()))
                .count();
    }

    private TableProbe written(String... lines) {
        return TableProbe.written(folder, lines).withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346");
    }

    private Path codebook(String... lines) {
        return TableProbe.write(
                folder, "codebook.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static TableSummary read(TableProbe probe, Path codebook, Geography geography) {
        return IndicatorFile.read(
                probe.request(), codebook, "codebook.csv", geography, probe.indicators::add, probe::keep);
    }
}
