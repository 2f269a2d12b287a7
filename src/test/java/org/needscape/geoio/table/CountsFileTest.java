package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

class CountsFileTest {

    private static final Optional<Period> YEAR = Optional.of(new Period("2024"));

    @TempDir
    Path folder;

    @Test
    void readsOneRowPerAreaWithAStatedPeriod() {
        TableProbe probe =
                written("LSOA21CD,count", "E01029345,7", "E01029346,0", "E01029347,\"1,204\"", "E01000001,3");
        TableSummary summary = read(probe, Measure.CLA, YEAR);
        assertEquals(7, probe.number("cla-count", "E01029345"));
        assertEquals(0, probe.number("cla-count", "E01029346"));
        assertEquals(1204, probe.number("cla-count", "E01029347"));
        assertEquals(
                "2024",
                probe.observation("cla-count", "E01029345").series().period().text());
        assertEquals("all", probe.observation("cla-count", "E01029345").series().category());
        assertEquals("4 read, 3 accepted, 0 refused, 1 outside", probe.counts());
        assertEquals("Children looked after, counts for lsoa-2021", summary.title());
        assertEquals(
                List.of(
                        "3 of the 5 loaded areas have a count in the file; an area without a row is not taken as zero."),
                probe.report().notes());
    }

    @Test
    void theCountsOfACountyAreRestricted() {
        TableProbe probe = written("LSOA21CD,count", "E01029345,7");
        read(probe, Measure.CPP, YEAR);
        Indicator indicator = probe.indicator("cpp-count");
        assertEquals(Sensitivity.RESTRICTED, indicator.sensitivity());
        assertEquals("children", indicator.unit());
        assertEquals("children on a child protection plan", indicator.numerator());
    }

    @Test
    void readsPeriodsAndCategoriesFromTheFile() {
        TableProbe probe = written(
                "LSOA21CD,period,category,count",
                "E01029345,2023,neglect,4",
                "E01029345,2024,neglect,5",
                "E01029345,2024,,9",
                "E01029345,2024,neglect,6");
        read(probe, Measure.CPP, Optional.empty());
        assertEquals(
                List.of("2023 neglect known", "2024 neglect known", "2024 all known"),
                probe.observations.stream()
                        .map(observation -> observation.series().period() + " "
                                + observation.series().category() + " "
                                + observation.value().state().code())
                        .toList());
        assertEquals(
                List.of("5 [LSOA21CD] E01029345: The area has an earlier row for the same period and category."),
                probe.refusals());
    }

    /** Forty may be a breakdown; more are free text, which may be words about a child and must not be kept. */
    @Test
    void columnOfFreeTextIsNoCategory() {
        List<String> lines = new ArrayList<>(List.of("LSOA21CD,period,category,count"));
        for (int reason = 1; reason <= 40; reason++) {
            lines.add("E01029345,2024,reason " + reason + ",1");
        }
        TableProbe forty = written(lines.toArray(String[]::new));
        read(forty, Measure.CPP, Optional.empty());
        assertEquals(40, forty.observations.size());

        lines.add("E01029346,2024,one more,1");
        TableProbe more = written(lines.toArray(String[]::new));
        String message = assertThrows(UnreadableFileException.class, () -> read(more, Measure.CPP, Optional.empty()))
                .getMessage();
        assertTrue(message.contains("41 different categories, and at most 40 are taken"), message);
        assertEquals(0, more.observations.size());
    }

    @Test
    void aStatedPeriodMustAgreeWithTheRows() {
        TableProbe probe = written("LSOA21CD,period,count", "E01029345,2024,4", "E01029346,2023,4", "E01029347,,4");
        read(probe, Measure.CPP, YEAR);
        assertEquals(
                List.of(
                        "3 [period] E01029346: The row is about another period than 2024.",
                        "4 [period] E01029347: The period is missing or too long."),
                probe.refusals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "Count", "cla", "CLA", "children", "number", "cla_count"})
    void knowsTheColumnOfCountsByName(String header) {
        TableProbe probe = written("LSOA21CD,LSOA21NM," + header, "E01029345,A,7");
        read(probe, Measure.CLA, YEAR);
        assertEquals(7, probe.number("cla-count", "E01029345"));
        assertEquals(
                List.of(
                        "1 of the 5 loaded areas have a count in the file; an area without a row is not taken as zero."),
                probe.report().notes());
    }

    @Test
    void hiddenCountsAreNeverZero() {
        TableProbe probe =
                written("LSOA21CD,count", "E01029345,c", "E01029346,*", "E01029347,", "E01029348,z", "E01029349,x");
        read(probe, Measure.CLA, YEAR);
        assertEquals(Value.suppressed(), probe.value("cla-count", "E01029345"));
        assertEquals(Value.suppressed(), probe.value("cla-count", "E01029346"));
        assertEquals(Value.notAvailable(), probe.value("cla-count", "E01029347"));
        assertEquals(Value.notApplicable(), probe.value("cla-count", "E01029348"));
        assertEquals(Value.notAvailable(), probe.value("cla-count", "E01029349"));
    }

    @Test
    void whatIsNoCountIsARefusedRowWithoutItsContent() {
        TableProbe probe = written(
                "LSOA21CD,count", "E01029345,-1", "E01029346,2.5", "E01029347,<5", "E01029348,~", "E01029349,1");
        read(probe, Measure.CLA, YEAR);
        assertEquals(
                List.of(
                        "2 [count] E01029345: The number is not a whole number of 0 or more.",
                        "3 [count] E01029346: The number is not a whole number of 0 or more.",
                        "4 [count] E01029347: The cell holds neither a number nor a symbol that is known.",
                        "5 [count] E01029348: The cell holds neither a number nor a symbol that is known."),
                probe.refusals());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHILD,SEX,DOB,LSOA21CD",
                "LSOA21CD,UPN,count",
                "lsoa21cd,Forename,Surname,count",
                "LSOA21CD,postcode,count",
                "LSOA21CD,HOME_POST,PL_POST",
                "LSOA21CD,addr_address_postcode,count",
                "LSOA21CD,cine_person_id,count",
                "LSOA21CD,Child Unique ID,count",
                "LSOA21CD,LAchildID,count",
                "LSOA21CD,Date of Birth,count",
                "LSOA21CD,pers_upn,count",
                "LSOA21CD,NHS number,count"
            })
    void caseFilesAreRefusedBeforeTheirFirstRow(String header) {
        TableProbe probe = written(header, "E01029345,x,7,8");
        String message = assertThrows(UnreadableFileException.class, () -> read(probe, Measure.CLA, YEAR))
                .getMessage();
        assertTrue(message.startsWith("table.csv looks like a case file ("), message);
        assertTrue(message.endsWith("); nothing was read. Give counts per area instead."), message);
        assertEquals("0 read, 0 accepted, 0 refused, 0 outside", probe.counts());
    }

    @Test
    void aTableThatDoesNotSayWhatItCountsOrWhenIsRefused() {
        assertEquals("table.csv has no column of counts: name it count.", refusal("LSOA21CD,total", YEAR));
        assertEquals(
                "table.csv has more than one column that could be the count (count, children): keep one of them.",
                refusal("LSOA21CD,children,count", YEAR));
        assertEquals(
                "table.csv has no column 'period': say which period its counts are about, or add the column.",
                refusal("LSOA21CD,count", Optional.empty()));
        assertEquals("table.csv has no column of area codes: name it LSOA21CD.", refusal("place,count", YEAR));
        assertEquals(
                "table.csv is about districts (column LAD24CD), but was given as lsoa-2021: give the geography that its rows are about.",
                refusal("LAD24CD,count", YEAR));
    }

    @Test
    void fictionalCountsNameNoCounty() {
        TableProbe probe = TableProbe.written(folder, "LSOA21CD,count", "E01999001,7")
                .withLoaded(TableProbe.LSOA_2021, "E01999001");
        assertEquals(
                "Fictional demonstration data of no real place",
                read(probe, Measure.CLA, YEAR).source());
    }

    private String refusal(String header, Optional<Period> period) {
        TableProbe probe = written(header, "E01029345,1,2");
        return assertThrows(UnreadableFileException.class, () -> read(probe, Measure.CLA, period))
                .getMessage();
    }

    private TableProbe written(String... lines) {
        return TableProbe.written(folder, lines)
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347", "E01029348", "E01029349");
    }

    private static TableSummary read(TableProbe probe, Measure measure, Optional<Period> period) {
        return CountsFile.read(
                probe.request(), measure, TableProbe.LSOA_2021, period, probe.indicators::add, probe.observations::add);
    }
}
