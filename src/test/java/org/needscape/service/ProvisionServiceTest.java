package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Measure;
import org.needscape.progress.Progress;
import org.needscape.report.ImportReport;
import org.needscape.store.TargetSetStore.SavedRevision;

/**
 * Two squares of a kilometre side by side, each a district of its own: 100 children in the north one, 300 in the south one. Their centres
 * are at 401,500 and 402,500 metres east. Shares and distances are worked out by hand.
 */
class ProvisionServiceTest {

    private static final String HEADER = "service,age_from,age_to,tiers,annual_budget_gbp,places,sites";

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private ProvisionService provision;

    @BeforeEach
    void openStore() throws IOException {
        squares = new CountedSquares("provision", folder);
        LayerService layers = new LayerService(squares.store, squares.observations);
        provision = new ProvisionService(squares.store, layers, squares.observations);
        run(ImportKind.LOOKUP, "LSOA21CD,LAD24CD,LAD24NM", "E01000001,E07000001,North", "E01000002,E07000002,South");
        squares.importChildren(100, 300);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    /** Nobody counted children in need: that is no 0. */
    @Test
    void countsOfWhichNoneIsThereHaveNoSum() throws IOException {
        JsonNode inNeed = json(ProvisionKey.CHILDREN).at("/outside/childrenInNeed");
        String csv = new String(
                provision.csv(CountedSquares.COUNTY, ProvisionKey.CHILDREN).bytes(false), StandardCharsets.UTF_8);

        assertTrue(inNeed.required("shownSum").isNull(), inNeed::toString);
        assertEquals(2, inNeed.required("unknownAreas").intValue());
        assertFalse(csv.contains("null"), csv);
    }

    @Test
    void countyWithoutAListHasNoMatrixAndNoGaps() throws IOException {
        JsonNode answer = json(ProvisionKey.CHILDREN);

        assertEquals(0, answer.at("/totals/services").intValue());
        assertEquals(0, answer.at("/matrix/bands").size());
        assertEquals("not-available", answer.at("/districts/0/pounds/state").textValue());
        assertEquals(400, answer.at("/outside/children/number").intValue());
        assertThrows(NotFoundException.class, () -> provision.json(new ExtentName("elsewhere"), ProvisionKey.CHILDREN));
    }

    @Test
    void budgetsAreSharedOutByChildrenAndAddUp() throws IOException {
        importServices();
        JsonNode answer = json(ProvisionKey.CHILDREN);

        assertEquals(1501, answer.at("/totals/annualBudgetPounds").intValue());
        assertEquals(1, answer.at("/totals/budgetsNotKnown").intValue());
        assertEquals(
                "not-available",
                answer.at("/services/1/annualBudgetPounds/state").textValue());
        JsonNode allocation = answer.required("allocation");
        // 1001 x 100 / 400 is 250.25, and 750.75 for the others: the pound that is left goes there.
        assertEquals("[250,751]", numbers(allocation.at("/services/0/pounds")));
        assertEquals("[125,375]", numbers(allocation.at("/services/1/pounds")));
        assertEquals(2, allocation.at("/services/1/service").intValue());
        assertEquals(0, allocation.at("/leftPounds").intValue());
        assertEquals(375, allocation.at("/areas/0/pounds/number").intValue());
        assertEquals(1126, allocation.at("/areas/1/pounds/number").intValue());
        assertEquals("3.75", answer.at("/districts/0/poundsPerChild/number").asText());
        assertEquals(0.75, answer.at("/districts/1/shareOfChildren/number").doubleValue());
    }

    @Test
    void keyThatNobodyKnowsSharesNothingOut() throws IOException {
        importServices();
        JsonNode answer = json(ProvisionKey.NEED);

        assertEquals("whole-not-known", answer.at("/allocation/left").textValue());
        assertEquals(1501, answer.at("/allocation/leftPounds").intValue());
        assertFalse(answer.at("/allocation/keys/2/available").booleanValue());
        for (JsonNode district : answer.required("districts")) {
            assertEquals("not-available", district.at("/pounds/state").textValue());
            assertTrue(district.at("/poundsPerChild/number").isNull());
        }
    }

    /** 3 children in need are hidden: nothing here says more of them than the layer does. */
    @Test
    void placeWhoseChildrenInNeedAreHiddenHasNoShareAndTheRestIsSaid() throws IOException {
        importServices();
        squares.importCounts(Measure.CIN, "20", "3");
        JsonNode answer = json(ProvisionKey.CHILDREN_IN_NEED);

        JsonNode south = answer.at("/districts/1");
        assertEquals("suppressed", south.at("/key/state").textValue());
        assertEquals("suppressed", south.at("/pounds/state").textValue());
        assertEquals("suppressed", answer.at("/allocation/areas/1/pounds/state").textValue());
        long shared = answer.at("/allocation/leftPounds").longValue();
        for (JsonNode district : answer.required("districts")) {
            assertEquals(
                    district.at("/key/state").textValue(),
                    district.at("/pounds/state").textValue());
            shared += district.at("/pounds/number").asLong(0);
        }
        assertEquals(1501, shared);
        assertTrue(answer.at("/allocation/leftPounds").longValue() > 0);
        assertFalse(answer.required("marking").textValue().isBlank());
    }

    @Test
    void reachCountsChildrenOfAreasWhoseCentreIsNear() throws IOException {
        importServices();
        JsonNode reach = json(ProvisionKey.CHILDREN).required("reach");

        // In the north square the other centre is 1,000 m away, which is within; the point is 600 m and 1,600 m away.
        assertEquals("[400,400,400]", children(reach.at("/services/0/within")));
        assertEquals("[100,400,400]", children(reach.at("/services/1/within")));
        // A service from 18 on: children aged 0 to 17 are none of its.
        assertEquals(
                "not-applicable",
                reach.at("/services/2/within/0/children/state").textValue());
    }

    @Test
    void needOutsideAgreedTargetAreasIsWhatNoBoardChose() throws IOException {
        save(1, "agreed");
        JsonNode outside = json(ProvisionKey.CHILDREN).required("outside");
        assertEquals("T", outside.at("/sets/0/title").textValue());
        assertEquals(1, outside.required("areasInside").intValue());
        assertEquals(300, outside.at("/children/number").intValue());
        assertEquals(0.75, outside.at("/shareOfChildren/number").doubleValue());
        assertEquals(0, outside.at("/districts/0/areasOutside").intValue());

        save(2, "superseded");
        JsonNode after = json(ProvisionKey.CHILDREN).required("outside");
        assertEquals(0, after.required("sets").size());
        assertEquals(400, after.at("/children/number").intValue());
    }

    @Test
    void tableHasTheSameFiguresMarksWhatIsNotKnownAndKeepsSpreadsheetsFromComputing() throws IOException {
        importServices();
        List<String> lines = new String(
                        provision
                                .csv(CountedSquares.COUNTY, ProvisionKey.CHILDREN)
                                .bytes(false),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertEquals("section,service,code,place,item,figure,unit,number,note,marking", lines.get(0));
        assertTrue(lines.contains("services,Team,,,\"ages 5 to 17, levels 3\",annual budget,pounds a year,[x],,"));
        assertTrue(lines.contains("matrix,,,,\"ages 1 to 4, level 4\",services,services,0,gap: no service,"));
        assertTrue(
                lines.contains(
                        "allocation,Hub,E07000001,North,,share of the budget,pounds a year,250,\"estimate, by Children aged 0 to 17\","));
        assertTrue(lines.stream().anyMatch(line -> line.contains(",'=1+1,")), lines::toString);
        assertTrue(lines.stream().noneMatch(line -> line.contains(",=1+1")));
    }

    @Test
    void laterListTakesThePlaceOfTheEarlierAndItsDataSetSaysWhatItIs() throws IOException {
        importServices();
        ImportReport report = run(ImportKind.SERVICES, HEADER, "Only one,0,17,1,10,,");

        assertEquals(List.of("They take the place of the 4 services that were loaded before."), report.notes());
        assertEquals(1, json(ProvisionKey.CHILDREN).at("/totals/services").intValue());
        List<ListedDataset> datasets = squares.datasets.list();
        ListedDataset last = datasets.get(datasets.size() - 1);
        assertEquals(
                "Services for children, young people and families",
                last.dataset().title());
        assertEquals("The county's own list of services", last.dataset().source());
        assertEquals("services", last.dataset().kind());
        assertEquals(1, last.dataset().accepted());
        assertTrue(last.agreed().isEmpty());
    }

    @Test
    void storeWithSeveralExtentsIsAskedWhichOne() {
        squares.store.write(session -> {
            session.areas().saveExtent(new Extent(new ExtentName("other"), "Other", false));
            return true;
        });

        RejectedException refused = assertThrows(RejectedException.class, this::importServices);
        assertEquals("extent", refused.violations().get(0).field());
    }

    private void importServices() throws IOException {
        run(
                ImportKind.SERVICES,
                HEADER,
                "Hub,0,5,1;2,1001,,E01000001",
                "Team,5,17,3,,,400900 300500",
                "Adults,18,,4,500,,E01000001",
                "=1+1,0,0,1,0,,");
    }

    private ImportReport run(ImportKind kind, String... lines) throws IOException {
        Path file = Files.write(folder.resolve(kind.code() + ".csv"), List.of(lines));
        return squares.imports.run(
                new ImportRequest(kind, file, kind.code() + ".csv", ImportRequest.Options.none()), Progress.SILENT);
    }

    private void save(int revision, String state) {
        String document = "{\"decision\":{\"title\":\"T\",\"district\":\"E07000001\",\"state\":\"" + state
                + "\",\"areas\":[{\"code\":\"E01000001\"},{\"code\":\"E01000077\"}]}}";
        squares.store.write(session -> {
            session.targetSets()
                    .add(new SavedRevision(
                            CountedSquares.COUNTY, "t", revision, squares.clock.instant(), "hash", document));
            return revision;
        });
    }

    private JsonNode json(ProvisionKey key) throws IOException {
        return new ObjectMapper()
                .readTree(provision.json(CountedSquares.COUNTY, key).bytes(false));
    }

    private static String numbers(JsonNode values) {
        List<String> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(value.required("number").asText()));
        return "[" + String.join(",", numbers) + "]";
    }

    private static String children(JsonNode within) {
        List<String> numbers = new ArrayList<>();
        within.forEach(one -> numbers.add(one.at("/children/number").asText()));
        return "[" + String.join(",", numbers) + "]";
    }
}
