package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.disclosure.cases.CaseSample;
import org.needscape.disclosure.cases.ShownCases;
import org.needscape.layer.Manifest;
import org.needscape.protection.ProtectedObservations;
import org.needscape.protection.UnservedDatasets;
import org.needscape.store.CaseStore;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * What risk factors come together among cases of children. It is made of summaries that were protected before they were kept; of a
 * data set that is withdrawn or past its end nothing is shown. Safe for many threads.
 */
public final class CaseService {

    private static final String METHOD = "Counts of cases by risk factors, one case in " + CaseSample.ONE_IN
            + " left out, small counts hidden and the others rounded; shares with Wilson's limits, odds ratios with Woolf's, lifts"
            + " with those of the delta method, expected numbers of factors by the Poisson-binomial distribution";

    private final ProtectedObservations observations;
    private final Store store;
    private final Clock clock;

    public CaseService(Store store, ProtectedObservations observations, Clock clock) {
        this.store = store;
        this.observations = observations;
        this.clock = clock;
    }

    /**
     * Cases in a list.
     *
     * @param period that they are of
     * @param districts codes of the districts that have enough of them
     */
    public record Heading(ExtentName extent, String period, List<String> districts) {
        public Heading {
            districts = List.copyOf(districts);
        }
    }

    /** The cases of an extent that are served, latest period first. @throws NotFoundException when there is no such extent */
    public List<Heading> list(ExtentName extent) {
        return store.read(session -> {
            requireExtent(session, extent);
            return served(session, extent).stream()
                    .map(heading -> new Heading(
                            extent,
                            heading.period().text(),
                            session.cases().listPlaces(extent, heading.period()).stream()
                                    .filter(place -> !place.equals(CaseStore.WHOLE))
                                    .toList()))
                    .toList();
        });
    }

    /**
     * What comes together, as JSON.
     *
     * @param period as it stands in addresses
     * @param district of which alone; empty for the whole extent
     * @throws NotFoundException when there are no cases of these, or they are not shown
     */
    public EncodedDocument json(ExtentName extent, String period, Optional<AreaCode> district) {
        return EncodedDocument.of(document(extent, period, district).toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same as CSV, one figure on each line. @throws NotFoundException as {@link #json} */
    public EncodedDocument csv(ExtentName extent, String period, Optional<AreaCode> district) {
        return EncodedDocument.of(CaseCsv.of(document(extent, period, district)).getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode document(ExtentName extent, String period, Optional<AreaCode> district) {
        return store.read(session -> {
            Extent found = requireExtent(session, extent);
            CaseStore.Heading heading = served(session, extent).stream()
                    .filter(one -> one.period().slug().equals(period))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("The extent " + extent
                            + " has no cases of that period: import a case file, or choose another period."));
            String place = district.map(AreaCode::value).orElse(CaseStore.WHOLE);
            String content = session.cases()
                    .find(extent, heading.period(), place)
                    .orElseThrow(() -> new NotFoundException("There are no cases shown of district " + place
                            + ": it is no district of the extent, or it has fewer than " + ShownCases.FEWEST_CASES
                            + " cases."));
            ShownCases cases = CaseSummaries.fromJson(content)
                    .under(session.protection()
                            .findPolicy(heading.dataset())
                            .orElseThrow()
                            .rule());
            return document(session, found, heading, place, cases);
        });
    }

    private ObjectNode document(
            StoreSession session, Extent extent, CaseStore.Heading heading, String place, ShownCases cases) {
        ManifestBuilder builder = new ManifestBuilder(METHOD)
                .parameter("extent", extent.name().value())
                .parameter("period", heading.period().text())
                .parameter("place", place.isEmpty() ? "whole extent" : place)
                .parameter("roundedTo", Integer.toString(cases.roundingBase()))
                .hiding(Optional.of(cases.rule()))
                .input(session, List.of(heading.dataset()), Hashes.ofTexts(List.of(CaseSummaries.toJson(cases))));
        Manifest manifest = builder.build();
        Districts districts = Districts.of(session, extent.name());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", "What comes together in children's lives, " + heading.period());
        node.put("about", "cases of children, not all children and not places");
        node.putObject("extent")
                .put("name", extent.name().value())
                .put("title", extent.title())
                .put("fictional", extent.fictional());
        node.put("fictional", extent.fictional());
        node.put("period", heading.period().text());
        node.putObject("place")
                .put("code", place)
                .put(
                        "name",
                        place.isEmpty() ? extent.title() : districts.names().getOrDefault(place, place));
        districts(node.putArray("districts"), session.cases().listPlaces(extent.name(), heading.period()), districts);
        new CaseJson(cases).put(node);
        new PopulationShares(observations, session, extent.name())
                .put((ArrayNode) node.required("factors"), code -> place.isEmpty() || districts.isIn(code, place));
        ArrayNode cautions = node.putArray("cautions");
        cautions(extent, cases).forEach(cautions::add);
        ArrayNode sources = node.putArray("sources");
        manifest.attributions().forEach(sources::add);
        builder.release().ifPresent(release -> ReleaseJsonViews.put(node, release));
        MatrixJson.manifest(node.putObject("manifest"), manifest);
        return node;
    }

    private static void districts(ArrayNode array, List<String> shown, Districts districts) {
        districts
                .names()
                .forEach((code, name) ->
                        array.addObject().put("code", code).put("name", name).put("shown", shown.contains(code)));
    }

    private static List<String> cautions(Extent extent, ShownCases cases) {
        List<String> cautions = new ArrayList<>();
        if (extent.fictional()) {
            cautions.add(Cautions.FICTIONAL);
        }
        cautions.add("One case in " + CaseSample.ONE_IN
                + ", which only a secret of the store tells, is left out of all counts, so that nobody can be sure of any of them;"
                + " shares and ratios stay the same but for chance.");
        cautions.add(
                "Counts of " + (cases.rule().zeroIsDisclosive() ? "0" : "1") + " to "
                        + cases.rule().threshold()
                        + " cases are hidden to protect children. Hidden is not zero. All other counts are"
                        + " rounded to the nearest " + cases.roundingBase()
                        + ", and every share, ratio and interval is made of the rounded counts; where one of these is hidden there is none.");
        cautions.add(
                "These are children who were helped and whose circumstances somebody wrote down, not all children: what is not"
                        + " asked about is not recorded, and factors that bring a case to notice seem to come together more than they do.");
        cautions.add(
                "Coming together is not causing. A 95 % interval says how far chance alone may have moved a figure, not what"
                        + " recording, rounding or leaving out did.");
        return cautions;
    }

    private List<CaseStore.Heading> served(StoreSession session, ExtentName extent) {
        Set<Long> unserved = UnservedDatasets.list(session, clock);
        return session.cases().list(extent).stream()
                .filter(heading -> !unserved.contains(heading.dataset()))
                .toList();
    }

    private static Extent requireExtent(StoreSession session, ExtentName extent) {
        return session.areas()
                .findExtent(extent)
                .orElseThrow(() -> new NotFoundException("There is no extent " + extent + "."));
    }

    /** The districts of an extent by code, and the districts of its areas. */
    private record Districts(Map<String, String> names, Map<AreaCode, String> ofAreas) {

        static Districts of(StoreSession session, ExtentName extent) {
            Map<String, String> names = new TreeMap<>();
            Map<AreaCode, String> ofAreas = new TreeMap<>();
            for (Geography geography : session.areas().listGeographies(extent)) {
                session.areas().listParents(extent, geography, Level.LAD).forEach((area, parent) -> {
                    names.put(parent.parent().code().value(), parent.parentName());
                    ofAreas.put(area, parent.parent().code().value());
                });
            }
            return new Districts(names, ofAreas);
        }

        boolean isIn(AreaCode area, String district) {
            return district.equals(ofAreas.get(area));
        }
    }
}
