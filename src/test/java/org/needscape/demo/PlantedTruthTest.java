package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Category;
import org.needscape.indicator.Measure;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.LocalTests;
import org.needscape.stats.Alternative;
import org.needscape.stats.CountData;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.PoissonRegression;

/** What is written in the planted truth is there to be found, and what must not be found is not. */
class PlantedTruthTest {

    private static final Set<Integer> HOT = hotspots();

    @Test
    void bothClustersAreFound() {
        Planting planting = Aldermoor.COUNTY.planting();

        assertEquals(14, planting.millbrookCluster().size());
        assertEquals(10, planting.pitmoorCluster().size());
        assertEquals(
                14, planting.millbrookCluster().stream().filter(HOT::contains).count());
        assertEquals(
                10, planting.pitmoorCluster().stream().filter(HOT::contains).count());
    }

    @Test
    void theLoneSpikeIsNoHotspotAndMakesNone() {
        Planting planting = Aldermoor.COUNTY.planting();

        assertEquals(1, decile(planting.spike()));
        assertTrue(score(planting.spike()) > 60);
        assertTrue(planting.spikeSurroundings().stream().allMatch(at -> decile(at) >= 6));
        assertEquals(Set.of(), hot(planting.spikeSurroundings()));
        assertEquals(Set.of(), hot(List.of(planting.spike())));
    }

    @Test
    void theRuralPocketIsPoorAmidAffluentCountryAndNoHotspot() {
        Planting planting = Aldermoor.COUNTY.planting();

        assertEquals(2, planting.pocket().size());
        assertTrue(planting.pocket().stream().allMatch(at -> decile(at) <= 2));
        assertTrue(planting.pocketSurroundings().stream().allMatch(at -> decile(at) >= 6));
        assertEquals(Set.of(), hot(planting.pocket()));
    }

    @Test
    void exactlyTheTwoDistrictsOfTheTruthHaveNoHotspot() throws IOException {
        Set<String> without = new TreeSet<>();
        for (District district : CountyPlan.DISTRICTS) {
            if (hot(Aldermoor.areas(area -> area.district().equals(district))).isEmpty()) {
                without.add(district.code());
            }
        }

        Set<String> stated = new TreeSet<>();
        truth().get("districtsWithoutHotspot").forEach(code -> stated.add(code.asText()));
        assertEquals(stated, without);
        assertEquals(Set.of("E07999003", "E07999004"), stated);
    }

    @Test
    void theClustersHaveHighNeedInNearlyEveryCircumstance() {
        for (RiskFactor factor : RiskFactor.values()) {
            double county = mean(factor, Aldermoor.areas(area -> true));
            double clusters = mean(factor, Aldermoor.COUNTY.planting().clusters());
            assertEquals(factor.higherIsMoreNeed(), clusters > county, factor.id() + " " + clusters + " " + county);
        }
    }

    @Test
    void thePlantedGradientIsRecoveredFromEveryMeasureAndYear() throws IOException {
        for (JsonNode planted : truth().get("gradients")) {
            Measure measure = Measure.parse(planted.get("measure").asText());
            double slope = planted.get("slopePerDecile").asDouble();
            assertEquals(planted.get("rateRatioDecile1To10").asDouble(), Math.exp(-9 * slope), 0.001, measure.code());
            for (int year : Residents.YEARS) {
                FittedCountModel fit = fit(measure, List.of(year));
                // Fifteen fits: three standard errors leave one wrong alarm in twenty-five seeds.
                assertEquals(slope, fit.coefficient(1), 3 * fit.standardError(1), measure + " " + year);
            }
            FittedCountModel pooled = fit(measure, Residents.YEARS);
            assertEquals(slope, pooled.coefficient(1), 1.96 * pooled.standardError(1), measure.code());
        }
    }

    @Test
    void countsAreNoMoreScatteredThanPoissonOnes() {
        for (Measure measure : Caseload.MEASURES) {
            double dispersion = fit(measure, Residents.YEARS).dispersion().orElseThrow();
            // 1,620 areas and years: the standard error of the dispersion is about 0.035.
            assertEquals(1, dispersion, 0.12, measure.code());
        }
    }

    @Test
    void childrenLookedAfterAreAsSparseAsInARealCounty() {
        for (int year : Residents.YEARS) {
            double share = IntStream.range(0, 540)
                            .map(at -> Aldermoor.COUNTY.caseload().count(Measure.CLA, year, at))
                            .filter(count -> count >= 1 && count <= 5)
                            .count()
                    / 540.0;
            assertEquals(0.6, share, 0.05, "share of areas with 1 to 5 in " + year);
        }
    }

    @Test
    void ratesPer10000ChildrenAreThoseOfARealCounty() {
        // England at 31 March 2024, Department for Education: CIN 333, CPP 42, CLA 70.
        assertEquals(300, ratePer10000(Measure.CIN, 2024), 15);
        assertEquals(47, ratePer10000(Measure.CPP, 2024), 4);
        assertEquals(72, ratePer10000(Measure.CLA, 2024), 4);
        // Started to be looked after in the year to 31 March 2024: 28.
        assertEquals(28, ratePer10000(Measure.CLA_STARTS, 2024), 3);
    }

    @Test
    void earlyHelpFallsLeastWithDeprivation() {
        for (Measure measure : Caseload.MEASURES) {
            assertTrue(
                    measure == Measure.EARLY_HELP
                            || Caseload.timesHigher(measure) > Caseload.timesHigher(Measure.EARLY_HELP),
                    measure.code());
        }
    }

    /** Poisson counts of a rate that no decile changes: 160 children in three years, a slope of 0 within three standard errors. */
    @Test
    void unaccompaniedChildrenLiveInEveryDecileAtTheSameRate() throws IOException {
        int areas = Aldermoor.COUNTY.areas().size();
        double[] counts = new double[3 * areas];
        double[] children = new double[counts.length];
        double[] deciles = new double[counts.length];
        double sum = 0;
        double lookedAfter = 0;
        for (int row = 0; row < counts.length; row++) {
            int year = Residents.YEARS.get(row / areas);
            counts[row] = Aldermoor.COUNTY
                    .lookedAfter()
                    .parts(year, row % areas)
                    .getOrDefault(Category.UNACCOMPANIED_CHILDREN, 0);
            children[row] = Aldermoor.COUNTY.residents().aged(year, row % areas, 0, 17);
            deciles[row] = decile(row % areas);
            sum += counts[row];
            lookedAfter += Aldermoor.COUNTY.caseload().count(Measure.CLA, year, row % areas);
        }
        FittedCountModel fit = PoissonRegression.fit(CountData.of(counts, children, deciles))
                .fitted()
                .orElseThrow();
        assertEquals(0, fit.coefficient(1), 3 * fit.standardError(1));
        double planted = truth().get("unaccompanied").get("ratePer10000").asDouble();
        double expected = planted / 10_000 * Arrays.stream(children).sum();
        assertEquals(expected, sum, 3 * Math.sqrt(expected));
        assertTrue(sum / lookedAfter > 0.02 && sum / lookedAfter < 0.07, "share " + sum / lookedAfter);
    }

    /**
     * The logarithm of the ratio of two Poisson rates has the variance 1/a + 1/b. In decile 1 and standardised to the county's
     * children, Harrowfen is surely above the county and near what was planted, though its crude rate is lower;
     * Stonemere is not told from it, though its crude rate is higher.
     */
    @Test
    void theLawIsPlantedWithOneNeighbourAndNotWithTheOther() throws IOException {
        for (JsonNode planted : truth().get("neighbouringAuthorities")) {
            Neighbour neighbour = Neighbour.ALL.stream()
                    .filter(one -> one.code().equals(planted.get("code").asText()))
                    .findFirst()
                    .orElseThrow();
            for (JsonNode each : planted.get("measures")) {
                Measure measure = Measure.parse(each.get("measure").asText());
                for (int year : Residents.YEARS) {
                    compare(neighbour, measure, year, planted.get("lawPlanted").asBoolean(), each);
                }
            }
        }
    }

    private static void compare(Neighbour neighbour, Measure measure, int year, boolean isPlanted, JsonNode planted) {
        double countyPer10000 = Caseload.ratePer10000InDecileOne(
                measure, Aldermoor.COUNTY.areas(), Aldermoor.COUNTY.indices(), Aldermoor.COUNTY.residents());
        double[] ours = new double[10];
        double[] children = new double[10];
        for (int at = 0; at < 540; at++) {
            ours[decile(at) - 1] += Aldermoor.COUNTY.caseload().count(measure, year, at);
            children[decile(at) - 1] += Aldermoor.COUNTY.residents().aged(year, at, 0, 17);
        }
        double[] theirs = IntStream.rangeClosed(1, 10)
                .mapToDouble(decile -> neighbour.count(measure, year, decile, countyPer10000))
                .toArray();
        double count = Arrays.stream(ours).sum();
        double standardised = 0;
        double variance = 0;
        for (int at = 0; at < 10; at++) {
            double weight = children[at] / neighbour.children().get(at);
            standardised += weight * theirs[at];
            variance += weight * weight * theirs[at];
        }
        String what = neighbour.name() + " " + measure + " " + year;
        double ratio = Math.log(theirs[0] / neighbour.children().get(0) / (ours[0] / children[0]));
        double error = Math.sqrt(1 / theirs[0] + 1 / ours[0]);
        double overall = Math.log(standardised / count);
        double overallError = Math.sqrt(variance / (standardised * standardised) + 1 / count);
        double expected = Math.log(planted.get("timesTheCountysRateInDecile1").asDouble());
        assertEquals(expected, ratio, 3 * error, what);
        assertEquals(isPlanted, ratio > 1.96 * error, what + " decile 1: " + ratio / error);
        assertEquals(isPlanted, overall > 1.96 * overallError, what + " standardised: " + overall / overallError);
        assertTrue(isPlanted || ratio > -1.96 * error && overall > -1.96 * overallError, what);
        double crude = 10_000
                * Arrays.stream(theirs).sum()
                / neighbour.children().stream().mapToInt(Integer::intValue).sum();
        assertEquals(!isPlanted, crude > ratePer10000(measure, year), what + " crude " + crude);
    }

    private static FittedCountModel fit(Measure measure, List<Integer> years) {
        int areas = Aldermoor.COUNTY.areas().size();
        double[] counts = new double[areas * years.size()];
        double[] children = new double[counts.length];
        double[] deciles = new double[counts.length];
        for (int row = 0; row < counts.length; row++) {
            int year = years.get(row / areas);
            counts[row] = Aldermoor.COUNTY.caseload().count(measure, year, row % areas);
            children[row] = Aldermoor.COUNTY.residents().aged(year, row % areas, 0, 17);
            deciles[row] = decile(row % areas);
        }
        return PoissonRegression.fit(CountData.of(counts, children, deciles))
                .fitted()
                .orElseThrow();
    }

    private static double ratePer10000(Measure measure, int year) {
        double count = 0;
        double children = 0;
        for (int at = 0; at < 540; at++) {
            count += Aldermoor.COUNTY.caseload().count(measure, year, at);
            children += Aldermoor.COUNTY.residents().aged(year, at, 0, 17);
        }
        return 10_000 * count / children;
    }

    private static double mean(RiskFactor factor, List<Integer> areas) {
        return areas.stream()
                .map(at -> Aldermoor.COUNTY.factors().cell(factor, at))
                .filter(cell -> !cell.startsWith("["))
                .mapToDouble(Double::parseDouble)
                .average()
                .orElseThrow();
    }

    private static Set<Integer> hot(List<Integer> areas) {
        return areas.stream().filter(HOT::contains).collect(Collectors.toSet());
    }

    private static int decile(int area) {
        return Aldermoor.COUNTY.indices().decile(DeprivationMeasure.IMD, area);
    }

    private static double score(int area) {
        return Aldermoor.COUNTY.indices().score(DeprivationMeasure.IMD, area);
    }

    /** Gi* of the index score as published, queen contiguity, Benjamini and Hochberg at 5 %. */
    private static Set<Integer> hotspots() {
        double[] scores = IntStream.range(0, 540)
                .mapToDouble(at -> Double.parseDouble(Table.fixed(score(at), 3)))
                .toArray();
        LocalTests tests = GetisOrd.GI_STAR.test(
                AreaValues.of(scores), Contiguity.QUEEN.neighboursOf(Aldermoor.boundaries()), Alternative.TWO_SIDED);
        return IntStream.range(0, 540)
                .filter(at -> tests.q(at) <= 0.05 && tests.z(at) > 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static JsonNode truth() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Aldermoor.FOLDER.resolve("planted-truth.json")));
    }
}
