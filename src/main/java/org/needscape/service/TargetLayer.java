package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.store.TargetSetStore.SavedRevision;
import org.needscape.targeting.decision.DecisionState;

/** The target areas of a locality board: {@code target-ID}. It says which areas were chosen and why, and nothing of their children. */
final class TargetLayer {

    static final String KEY_PREFIX = "target-";

    private static final String UNIT = "1 = target area";
    private static final String CHOSEN = "target";
    private static final String DISTRICT = "district";
    private static final String ELSEWHERE = "elsewhere";

    private final SavedRevision revision;
    private final JsonNode decision;
    private final String latestState;

    private TargetLayer(SavedRevision revision, JsonNode decision, String latestState) {
        this.revision = revision;
        this.decision = decision;
        this.latestState = latestState;
    }

    /** One revision. */
    static TargetLayer of(SavedRevision revision, SavedRevision latest) {
        return new TargetLayer(
                revision, decision(revision), decision(latest).required("state").textValue());
    }

    /**
     * What stands for each set of an extent: the latest agreed revision, else the latest.
     *
     * @param revisions of one extent, by id and revision
     */
    static List<TargetLayer> standing(List<SavedRevision> revisions) {
        Map<String, SavedRevision> latest = new LinkedHashMap<>();
        Map<String, SavedRevision> agreed = new LinkedHashMap<>();
        for (SavedRevision each : revisions) {
            latest.put(each.id(), each);
            if (decision(each).required("state").textValue().equals(DecisionState.AGREED.code())) {
                agreed.put(each.id(), each);
            }
        }
        List<TargetLayer> layers = new ArrayList<>();
        latest.forEach((id, last) -> layers.add(of(agreed.getOrDefault(id, last), last)));
        return layers;
    }

    private static JsonNode decision(SavedRevision revision) {
        return DecisionJson.object(revision.document()).required("decision");
    }

    String key() {
        return KEY_PREFIX + revision.id();
    }

    /** The geography of its areas; empty in records that were saved before it was kept. */
    Optional<Geography> geography() {
        return Optional.of(DecisionJson.object(revision.document())
                        .at("/record/geography")
                        .asText())
                .filter(code -> !code.isEmpty())
                .map(Geography::parse);
    }

    /** The chosen areas. */
    List<AreaCode> codes() {
        return TargetRevisions.codes(DecisionJson.object(revision.document()));
    }

    String title() {
        return "Target areas: " + decision.required("title").textValue();
    }

    String unit() {
        return UNIT;
    }

    /** Which revision it is and how far it has come. */
    String period() {
        return "revision " + revision.revision() + ", " + state() + " " + day();
    }

    private String state() {
        return decision.required("state").textValue();
    }

    private String day() {
        return revision.saved().toString().substring(0, 10);
    }

    /** @param frame of the geography of the decision */
    Layer build(AreaFrame frame, LayerId id) {
        String district = decision.required("district").textValue();
        Map<AreaCode, JsonNode> chosen = new LinkedHashMap<>();
        decision.required("areas")
                .forEach(area -> chosen.put(new AreaCode(area.required("code").textValue()), area));
        List<AreaCode> order = List.copyOf(chosen.keySet());
        List<LayerRow> rows = new ArrayList<>();
        frame.names().forEach((code, name) -> {
            boolean isChosen = chosen.containsKey(code);
            String within = frame.districtOf(code);
            rows.add(new LayerRow(
                    code,
                    name,
                    within,
                    Value.known(isChosen ? 1 : 0),
                    isChosen ? CHOSEN : within.equals(district) ? DISTRICT : ELSEWHERE,
                    List.of(
                            isChosen ? Cell.of(Value.known(order.indexOf(code) + 1.0)) : Cell.of(Value.notApplicable()),
                            Cell.of(isChosen ? reason(chosen, code) : ""))));
        });
        List<AreaCode> gone =
                order.stream().filter(code -> !frame.names().containsKey(code)).toList();
        ManifestBuilder manifest = new ManifestBuilder("The areas that a locality board chose, as it saved them.")
                .areas(frame)
                .parameter("targetSet", revision.id())
                .parameter("revision", Integer.toString(revision.revision()))
                .parameter("state", state())
                .parameter("saved", revision.saved().toString())
                .parameter("revisionSha256", revision.sha256());
        return new Layer(
                id,
                title(),
                LayerKind.TARGET,
                frame.extent(),
                frame.geography(),
                period(),
                UNIT,
                0,
                "Target area (1) or not (0)",
                sentence(rows, frame, district),
                List.of(
                        new LayerColumn(
                                "place_in_record",
                                "PLACE",
                                "Place in the decision record",
                                LayerColumn.Type.WHOLE_NUMBER,
                                "place",
                                0),
                        new LayerColumn("reason", "REASON", "Why the board chose it", LayerColumn.Type.TEXT, "", 0)),
                legend(rows),
                Cautions.of(frame.extent(), cautions(gone).toArray(String[]::new)),
                manifest.build(),
                Optional.empty(),
                rows);
    }

    private static String reason(Map<AreaCode, JsonNode> chosen, AreaCode code) {
        return Optional.ofNullable(chosen.get(code))
                .map(area -> area.path("reason").asText())
                .orElse("");
    }

    private List<String> cautions(List<AreaCode> gone) {
        List<String> cautions = new ArrayList<>();
        if (!state().equals(DecisionState.AGREED.code())) {
            cautions.add("This revision is " + state() + ": the board does not stand by it.");
        } else if (latestState.equals(DecisionState.SUPERSEDED.code())) {
            cautions.add("This choice was agreed and has been superseded since.");
        }
        cautions.add("That an area is no target area does not say that nobody there needs help.");
        if (!gone.isEmpty()) {
            cautions.add("Not in the boundaries that are loaded, and not on this map: "
                    + gone.stream().map(AreaCode::value).collect(Collectors.joining(", ")) + ".");
        }
        return cautions;
    }

    private String sentence(List<LayerRow> rows, AreaFrame frame, String district) {
        List<LayerRow> chosen =
                rows.stream().filter(row -> row.valueClass().equals(CHOSEN)).toList();
        String where = chosen.stream()
                .map(row -> frame.districtNameOf(row.code()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(district);
        return chosen.size() + (chosen.size() == 1 ? " target area" : " target areas") + " in " + where + " (revision "
                + revision.revision() + ", " + state() + ", saved " + day() + ").";
    }

    private static List<LegendClass> legend(List<LayerRow> rows) {
        return List.of(
                entry(rows, CHOSEN, "Target area", Ramp.TARGET),
                entry(rows, DISTRICT, "Other area of the district", Ramp.TARGET_DISTRICT),
                entry(rows, ELSEWHERE, "Other", Ramp.NOT_SIGNIFICANT));
    }

    private static LegendClass entry(List<LayerRow> rows, String code, String label, String colour) {
        return new LegendClass(code, label, colour, (int)
                rows.stream().filter(row -> row.valueClass().equals(code)).count());
    }
}
