package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.RealData;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.report.UnreadableFileException;
import org.needscape.service.ImportKind;
import org.needscape.service.ImportRequest;
import org.needscape.service.ImportRequest.Options;

/** Two real counties and the fictional one in one store: each is an extent of its own, and real and fictional areas never mix. */
class SeveralExtentsJourneyTest {

    private static final Geography LSOA_2011 = Geography.parse("lsoa-2011");
    private static final ExtentName REDCAR = new ExtentName("redcar");
    private static final ExtentName STOKE = new ExtentName("stoke");

    @TempDir
    private static Path folder;

    private static JourneyService service;

    @BeforeAll
    static void importThreeCounties() {
        RealData.require("boundaries/redcar_and_cleveland_lsoa11.gpkg");
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        boundaries("boundaries/redcar_and_cleveland_lsoa11.gpkg", REDCAR);
        boundaries("boundaries/stoke_on_trent_lsoa11.geojson", STOKE);
        load(ImportKind.LOOKUP, "lookups/LSOA11_MSOA11_WD19_LAD19_CTYUA19_RGN19_England.csv", Options.none());
        load(
                ImportKind.DEPRIVATION,
                "deprivation/IoD2019_LSOA11_England.csv",
                Options.none().withRelease(2019));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void layerIdsCarryTheExtentWhereThereAreSeveral() throws Exception {
        Set<String> deciles = new TreeSet<>();
        for (JsonNode layer : service.json("/api/v1/layers").required("layers")) {
            String id = layer.required("id").textValue();
            if (id.startsWith("imd-decile")) {
                deciles.add(id);
            }
        }

        assertEquals(
                Set.of("imd-decile-2019@redcar", "imd-decile-2019@stoke", "imd-decile-2025@fictional-county"), deciles);
    }

    @Test
    void eachExtentCountsItsOwnAreasOnly() throws Exception {
        // MANIFEST of the data: 19 of 88 in decile 1 in 2015; in 2019 31 of 88 in deciles 1 and 2; Stoke-on-Trent 82 of
        // 159.
        assertTrue(sentence("imd-decile-2019@redcar").startsWith("31 of 88 areas"), sentence("imd-decile-2019@redcar"));
        assertTrue(sentence("imd-decile-2019@stoke").startsWith("82 of 159 areas"), sentence("imd-decile-2019@stoke"));
    }

    @Test
    void extentsAreNamedAfterTheirCounties() throws Exception {
        Set<String> titles = new TreeSet<>();
        service.json("/api/v1/extents")
                .required("extents")
                .forEach(extent -> titles.add(extent.required("title").textValue()));

        assertEquals(Set.of("Aldermoor (fictional)", "Redcar and Cleveland", "Stoke-on-Trent"), titles);
    }

    @Test
    void layerWithoutItsExtentIsNotFoundAndTheAnswerSaysHow() throws Exception {
        var response = service.get("/api/v1/layers/imd-decile-2019.geojson");

        assertEquals(404, response.statusCode());
        assertTrue(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8)
                .contains("This store has several extents: add the extent's name"));
    }

    @Test
    void realAreasAreRefusedInTheFictionalExtent() {
        UnreadableFileException refused = assertThrows(
                UnreadableFileException.class,
                () -> boundaries("boundaries/redcar_and_cleveland_lsoa11.geojson", ExtentName.FICTIONAL));

        assertTrue(refused.getMessage().contains("the two never mix"), refused.getMessage());
    }

    private static String sentence(String layer) throws Exception {
        return service.json("/api/v1/layers/" + layer + "/values")
                .at("/layer/sentence")
                .textValue();
    }

    private static void boundaries(String file, ExtentName extent) {
        load(
                ImportKind.BOUNDARIES,
                file,
                Options.none().withGeography(LSOA_2011).withExtent(extent));
    }

    private static void load(ImportKind kind, String file, Options options) {
        Path path = RealData.require(file);
        service.load(new ImportRequest(kind, path, path.getFileName().toString(), options));
    }
}
