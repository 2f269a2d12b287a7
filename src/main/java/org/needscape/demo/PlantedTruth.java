package org.needscape.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.indicator.Measure;

/** The truth about the county, written beside its files: what was planted, and what a method must or must not find. */
final class PlantedTruth {

    private PlantedTruth() {}

    /** The file's content. */
    static String json(County county) throws IOException {
        Map<String, Object> truth = new LinkedHashMap<>();
        truth.put("about", "Fictional data. What was planted in the fictional county " + CountyPlan.COUNTY_NAME + ".");
        truth.put("seed", county.seed());
        truth.put("countyCode", CountyPlan.COUNTY_CODE);
        truth.put("countyName", CountyPlan.COUNTY_NAME);
        truth.put("areas", county.areas().size());
        truth.put("districts", districts(county));
        truth.put("places", places(county));
        truth.put("gradients", gradients(county));
        truth.put("unaccompanied", unaccompanied());
        truth.put("neighbouringAuthorities", NeighbourTable.truth());
        truth.put("clusters", clusters(county));
        truth.put("spike", spike(county));
        truth.put("ruralPocket", pocket(county));
        truth.put("districtsWithoutHotspot", List.of(CountyPlan.EASTERWOLD.code(), CountyPlan.HARTSMERE.code()));
        truth.put(
                "retirementVillage",
                county.areas().get(county.planting().retirementVillage()).code());
        truth.put("cellsWithoutNumber", cells(county));
        truth.put("cases", cases());
        return written(truth);
    }

    private static List<Object> districts(County county) {
        List<Object> districts = new ArrayList<>();
        for (District district : CountyPlan.DISTRICTS) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("code", district.code());
            each.put("name", district.name());
            each.put(
                    "areas",
                    county.areas().stream()
                            .filter(area -> area.district().equals(district))
                            .count());
            districts.add(each);
        }
        return districts;
    }

    private static List<Object> places(County county) {
        List<Object> places = new ArrayList<>();
        for (Settlement place : county.mesh().settlements().places()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("name", place.name());
            each.put("kind", place.isTown() ? "town" : "village");
            each.put("district", place.district().code());
            each.put(
                    "areas",
                    county.areas().stream()
                            .filter(area -> area.isIn(place))
                            .map(DemoArea::code)
                            .toList());
            places.add(each);
        }
        return places;
    }

    private static List<Object> gradients(County county) {
        List<Object> gradients = new ArrayList<>();
        for (Measure measure : Caseload.MEASURES) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("measure", measure.code());
            each.put("covariate", "national decile of the index of multiple deprivation, 1 to 10");
            each.put("slopePerDecile", new BigDecimal(Table.fixed(Caseload.slopePerDecile(measure), 6)));
            each.put("rateRatioDecile1To10", new BigDecimal(Table.fixed(Caseload.timesHigher(measure), 2)));
            double rate =
                    Caseload.ratePer10000InDecileOne(measure, county.areas(), county.indices(), county.residents());
            each.put("ratePer10000InDecile1In2022", new BigDecimal(Table.fixed(rate, 2)));
            each.put("growthPerYear", new BigDecimal(Table.fixed(Caseload.GROWTH_PER_YEAR, 2)));
            gradients.add(each);
        }
        return gradients;
    }

    private static Map<String, Object> unaccompanied() {
        Map<String, Object> unaccompanied = new LinkedHashMap<>();
        unaccompanied.put("file", HelpTables.PARTS_FILE);
        unaccompanied.put("measure", Measure.CLA.code());
        unaccompanied.put("expected", "the same rate in every decile and year; without them the gradient is steeper");
        unaccompanied.put("ratePer10000", new BigDecimal(Table.fixed(LookedAfter.UNACCOMPANIED_PER_10000, 2)));
        return unaccompanied;
    }

    private static List<Object> clusters(County county) {
        Planting planting = county.planting();
        return List.of(
                cluster(county, CountyPlan.MILLBROOK_TOWN, planting.millbrookCluster()),
                cluster(county, CountyPlan.PITMOOR, planting.pitmoorCluster()));
    }

    private static Map<String, Object> cluster(County county, Settlement town, List<Integer> members) {
        Map<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("name", "East of " + town.name());
        cluster.put("expected", "hotspots of the index score: Gi*, queen contiguity, false discovery rate 5 %");
        cluster.put("areas", codes(county, members));
        return cluster;
    }

    private static Map<String, Object> spike(County county) {
        Map<String, Object> spike = new LinkedHashMap<>();
        spike.put("expected", "very high index score amid low neighbours, not a hotspot");
        spike.put("code", county.areas().get(county.planting().spike()).code());
        spike.put("surroundings", codes(county, county.planting().spikeSurroundings()));
        return spike;
    }

    private static Map<String, Object> pocket(County county) {
        Map<String, Object> pocket = new LinkedHashMap<>();
        pocket.put("name", CountyPlan.SCARHOLT.name());
        pocket.put("expected", "high need in affluent open country, not a hotspot");
        pocket.put("district", CountyPlan.SCARHOLT.district().code());
        pocket.put("areas", codes(county, county.planting().pocket()));
        pocket.put("surroundings", codes(county, county.planting().pocketSurroundings()));
        return pocket;
    }

    private static List<Object> cells(County county) {
        List<Object> cells = new ArrayList<>();
        for (RiskFactor factor : RiskFactor.values()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("indicator", factor.id());
            each.put("suppressed", marked(county, factor, RiskFactors.SUPPRESSED));
            each.put("notAvailable", marked(county, factor, RiskFactors.NOT_AVAILABLE));
            each.put("notApplicable", marked(county, factor, RiskFactors.NOT_APPLICABLE));
            cells.add(each);
        }
        return cells;
    }

    private static Map<String, Object> cases() {
        Map<String, Object> cases = new LinkedHashMap<>();
        cases.put("file", CaseFile.FILE);
        cases.put("cases", CaseFile.CASES);
        cases.put("period", Integer.toString(CaseFile.YEAR));
        List<Object> factors = new ArrayList<>();
        List<Object> pairs = new ArrayList<>();
        for (CaseFlag flag : CaseFlag.values()) {
            Map<String, Object> factor = new LinkedHashMap<>();
            factor.put("factor", flag.column());
            factor.put("share", new BigDecimal(Table.fixed(flag.share(), 4)));
            factor.put("risesWithLevel", flag.raisesLevel());
            factors.add(factor);
            flag.partner().ifPresent(partner -> {
                Map<String, Object> pair = new LinkedHashMap<>();
                pair.put("first", partner.column());
                pair.put("second", flag.column());
                pair.put("oddsRatio", new BigDecimal(Table.fixed(flag.oddsRatio(), 2)));
                pairs.add(pair);
            });
        }
        cases.put("factors", factors);
        cases.put("togetherByOddsRatio", pairs);
        cases.put("togetherByChance", List.of(CaseFlag.DISABILITY.column(), CaseFlag.OVERCROWDING.column()));
        return cases;
    }

    private static List<String> marked(County county, RiskFactor factor, String mark) {
        List<String> codes = new ArrayList<>();
        for (int at = 0; at < county.areas().size(); at++) {
            if (county.factors().cell(factor, at).equals(mark)) {
                codes.add(county.areas().get(at).code());
            }
        }
        return codes;
    }

    private static List<String> codes(County county, List<Integer> members) {
        return members.stream().map(at -> county.areas().get(at).code()).toList();
    }

    private static String written(Map<String, Object> truth) throws JsonProcessingException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(truth) + "\n";
    }
}
