package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Resource;

/** What can be asked about target areas of an extent, as JSON: measures of need, districts, and what there is only so much of. */
final class TargetSuggestionChoices {

    private TargetSuggestionChoices() {}

    /** @param needs the measures of the extent, the usual one first */
    static ObjectNode of(TargetGround ground, List<TargetNeed> needs) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode measures = answer.putArray("needs");
        needs.forEach(need -> measures.addObject()
                .put("code", need.code())
                .put("title", need.title())
                .put("unit", need.unit())
                .put("note", need.note())
                .put("layer", need.layer().id().value()));
        ArrayNode districts = answer.putArray("districts");
        Map<AreaCode, String> names = TargetScope.of(ground, Optional.empty()).districtNames();
        ground.districts().forEach((code, district) -> districts
                .addObject()
                .put("code", code.value())
                .put("name", names.getOrDefault(code, code.value()))
                .put("areas", ground.areasOf(district).size()));
        ArrayNode resources = answer.putArray("resources");
        resource(resources, Resource.MONEY, "Money", "£ a year");
        resource(resources, Resource.CASELOAD, "Caseload", "families or children at a time");
        resource(resources, Resource.CHILDREN, "Children who live there", "children aged 0 to 17");
        resource(resources, Resource.AREAS, "Areas", "areas");
        answer.set("defaults", TargetQuestionJson.defaults(needs));
        answer.putObject("most")
                .put("budgets", TargetSuggestionQuestion.MOST_BUDGETS)
                .put("timeLimitSeconds", TargetSuggestionQuestion.MOST_SECONDS)
                .put("gapPercent", TargetSuggestionQuestion.MOST_GAP_PERCENT)
                .put("amount", TargetSuggestionQuestion.MOST_AMOUNT);
        TargetRevisions.told(answer, ground);
        return answer;
    }

    private static void resource(ArrayNode array, Resource resource, String title, String unit) {
        array.addObject()
                .put("code", resource.code())
                .put("title", title)
                .put("unit", unit)
                .put("costs", resource == Resource.MONEY || resource == Resource.CASELOAD);
    }
}
