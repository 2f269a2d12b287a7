package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.ExtentName;
import org.needscape.geoio.table.NeighbourListFile;
import org.needscape.hotspot.HighShare;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.indicator.Period;
import org.needscape.layer.LayerKind;

/**
 * In which layers of an extent hotspots can be looked for.
 *
 * @param subjects in the order in which layers are listed
 */
record HotspotChoices(List<LayerHeading> subjects) {

    HotspotChoices {
        subjects = List.copyOf(subjects);
    }

    /** @throws NotFoundException when there is no such extent */
    static HotspotChoices of(LayerService layers, ExtentName extent) {
        return new HotspotChoices(layers.list(Optional.of(extent)).stream()
                .filter(HotspotSubjects::isSubject)
                .toList());
    }

    /** The subject of a key. @throws RejectedException when there is none, naming the field that asked for it */
    LayerHeading get(String key, String field) {
        return subjects.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        field,
                        "There is no layer " + key
                                + " in which hotspots could be looked for: choose one of the list."));
    }

    /** Need scores of other methods; none for what is no need score. */
    List<LayerHeading> otherRecipes(LayerHeading heading) {
        return subjects.stream()
                .filter(other -> heading.kind() == LayerKind.NEED
                        && other.kind() == LayerKind.NEED
                        && other.geography().equals(heading.geography())
                        && !other.equals(heading))
                .toList();
    }

    /**
     * All that can be asked, as JSON.
     *
     * @param counted the keys of those measures whose counts are known
     */
    ObjectNode json(ExtentName extent, Set<String> counted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("extent", extent.value());
        ArrayNode list = answer.putArray("subjects");
        Optional<LayerHeading> usual = usual();
        for (LayerHeading heading : subjects) {
            boolean areCountsKnown = heading.kind() == LayerKind.RATE || counted.contains(heading.key());
            list.add(view(heading, areCountsKnown, usual.filter(heading::equals).isPresent()));
        }
        ArrayNode methods = answer.putArray("methods");
        for (HotspotMethod method : HotspotMethod.values()) {
            methods.addObject()
                    .put("id", method.code())
                    .put("title", method.title())
                    .put("explanation", method.explanation())
                    .put("needsCounts", method.needsCounts())
                    .put("standsAlone", method.standsAlone())
                    .put("usual", HotspotSettings.USUAL.methods().contains(method));
        }
        ArrayNode kinds = answer.putArray("neighbours");
        for (NeighbourKind kind : NeighbourKinds.OFFERED) {
            kinds.addObject()
                    .put("id", kind.code())
                    .put("title", kind.title())
                    .put("explanation", kind.explanation())
                    .put("usual", NeighbourKinds.USUAL.contains(kind));
        }
        ArrayNode shares = answer.putArray("high");
        for (HighShare share : HighShare.values()) {
            shares.addObject().put("id", share.code()).put("title", share.title());
        }
        answer.set(
                "usual",
                HotspotQuestions.write(HotspotQuestion.usual(
                        extent, usual.map(LayerHeading::key).orElse(""))));
        answer.putObject("limits")
                .put("permutations", HotspotSettings.MOST_PERMUTATIONS)
                .put("settings", HotspotQuestion.MOST_VOTES)
                .put("links", HotspotQuestion.MOST_LINKS)
                .put("with", HotspotQuestion.MOST_WITH)
                .put("listedLinks", NeighbourListFile.MOST_LINKS);
        return answer;
    }

    /** The need score if there is one, else the Index of Multiple Deprivation, else the first layer. */
    private Optional<LayerHeading> usual() {
        return subjects.stream()
                .filter(heading -> heading.key().equals(AppliedMethod.KEY_PREFIX + DefaultMethod.ID))
                .findFirst()
                .or(() -> subjects.stream()
                        .filter(heading -> heading.key().contains(SeriesCatalog.IMD_SCORE.value()))
                        .findFirst())
                .or(() -> subjects.stream().findFirst());
    }

    /** The same measure of other years, latest first. */
    List<LayerHeading> otherYears(LayerHeading heading) {
        String name = withoutPeriod(heading);
        return subjects.stream()
                .filter(other -> other.kind() == heading.kind()
                        && other.kind() != LayerKind.NEED
                        && other.geography().equals(heading.geography())
                        && !other.equals(heading)
                        && withoutPeriod(other).equals(name))
                .sorted(Comparator.comparing(LayerHeading::period).reversed())
                .toList();
    }

    private static String withoutPeriod(LayerHeading heading) {
        return heading.key().replace("-" + new Period(heading.period()).slug(), "");
    }

    static ObjectNode view(LayerHeading heading, boolean areCountsKnown, boolean usual) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", heading.key())
                .put("layer", heading.id().value())
                .put("title", heading.title())
                .put("kind", heading.kind().code())
                .put("group", heading.kind().group())
                .put("theme", heading.theme())
                .put("period", heading.period())
                .put("geography", heading.geography().code())
                .put("unit", heading.unit())
                .put("beyondDeprivation", HotspotSubjects.goesBeyondDeprivation(heading))
                .put("countsKnown", areCountsKnown)
                .put("usual", usual);
    }
}
