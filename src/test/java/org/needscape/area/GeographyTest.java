package org.needscape.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeographyTest {

    @ParameterizedTest
    @CsvSource({
        "lsoa-2011,LSOA11CD,LSOA11NM",
        "lsoa-2001,LSOA01CD,LSOA01NM",
        "ward-2024,WD24CD,WD24NM",
        "lad-2019,LAD19CD,LAD19NM",
        "ctyua-2023,CTYUA23CD,CTYUA23NM"
    })
    void codeNamesItsColumns(String code, String codeColumn, String nameColumn) {
        Geography geography = Geography.parse(code);

        assertEquals(code, geography.code());
        assertEquals(codeColumn, geography.codeColumn());
        assertEquals(nameColumn, geography.nameColumn());
        assertEquals(Optional.of(geography), Geography.findByCodeColumn(codeColumn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsoa11cd", "F_LSOA11CD", "\uFEFFLSOA11CD", " LSOA11CD "})
    void codeColumnIsRecognisedAsPublishersSpellIt(String column) {
        assertEquals(Optional.of(Geography.parse("lsoa-2011")), Geography.findByCodeColumn(column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsoa", "lsoa-11", "lsoa-1999", "county-2011", "", "2011-lsoa"})
    void anythingElseIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Geography.parse(code));
    }

    @Test
    void sameCodeInAnotherVintageIsAnotherArea() {
        AreaCode code = new AreaCode("E01029345");

        assertFalse(
                new AreaId(Geography.parse("lsoa-2011"), code).equals(new AreaId(Geography.parse("lsoa-2021"), code)));
    }

    @Test
    void fictionalCodesAreRecognisedAndTheRegistersPseudoCodeIsNone() {
        assertTrue(new AreaCode("E01999001").isFictional());
        assertTrue(new AreaCode("E07999008").isFictional());
        assertFalse(new AreaCode("E01029345").isFictional());
        assertFalse(new AreaCode("E99999999").isFictional());
        assertFalse(new AreaCode("25").isFictional());
    }
}
