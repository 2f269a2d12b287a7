package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.targeting.DistrictFloor;

/** Fields of a question that name areas and districts: each must be among those that are chosen from. */
final class TargetCodeFields {

    private static final int PERCENT = 100;

    private final TargetScope scope;
    private final TargetQuestionFields fields;

    TargetCodeFields(TargetScope scope, TargetQuestionFields fields) {
        this.scope = scope;
        this.fields = fields;
    }

    /**
     * A list of areas, none twice.
     *
     * @param others that none of them may be, because they must be in
     */
    Set<AreaCode> set(String field, Set<AreaCode> others) {
        Set<AreaCode> areas = new TreeSet<>();
        List<JsonNode> items = fields.list(field, scope.ground().frame().names().size());
        for (int k = 0; k < items.size(); k++) {
            String path = field + "[" + k + "]";
            Optional<AreaCode> area =
                    area(fields, path, items.get(k).isTextual() ? items.get(k).textValue() : "");
            if (area.isPresent() && !areas.add(area.get())) {
                fields.wrong(path, "This area is named twice: take one out.");
            }
            if (area.isPresent() && others.contains(area.get())) {
                fields.wrong(path, "This area must be in as well: take it out of one of the lists.");
            }
        }
        return areas;
    }

    /** The area that each of several objects is about, none twice. */
    List<Optional<AreaCode>> each(List<TargetQuestionFields> objects, String field) {
        return each(objects, field, this::area);
    }

    /** Reads a code from a field of an owner, and notes there what is wrong with it. */
    private interface Reader {
        Optional<AreaCode> read(TargetQuestionFields owner, String field, String code);
    }

    private static List<Optional<AreaCode>> each(List<TargetQuestionFields> objects, String field, Reader reader) {
        List<Optional<AreaCode>> areas = new ArrayList<>();
        Set<AreaCode> seen = new HashSet<>();
        for (TargetQuestionFields object : objects) {
            Optional<AreaCode> area = reader.read(object, field, object.text(field));
            if (area.isPresent() && !seen.add(area.get())) {
                object.wrong(field, "This area is named twice: take one out.");
            }
            areas.add(area);
        }
        return areas;
    }

    private static Optional<AreaCode> wellFormed(TargetQuestionFields owner, String field, String code) {
        if (!AreaCode.isValid(code)) {
            owner.wrong(field, "Give the code of an area, such as E01029345.");
            return Optional.empty();
        }
        return Optional.of(new AreaCode(code));
    }

    private Optional<AreaCode> area(TargetQuestionFields owner, String field, String code) {
        return wellFormed(owner, field, code).filter(area -> isChosenFrom(owner, field, area));
    }

    private boolean isChosenFrom(TargetQuestionFields owner, String field, AreaCode area) {
        if (!scope.ground().frame().names().containsKey(area)) {
            owner.wrong(
                    field,
                    "There is no area " + area
                            + " in the boundaries that are loaded: its vintage may have gone; choose the"
                            + " areas that took its place.");
            return false;
        }
        if (!scope.areas().contains(area)) {
            owner.wrong(
                    field,
                    "Area " + area + " is not in " + scope.title()
                            + ": choose areas of this district, or choose from the whole county.");
            return false;
        }
        return true;
    }

    /** The area that each of several objects is about, wherever it is, none twice. */
    static List<Optional<AreaCode>> anywhere(List<TargetQuestionFields> objects) {
        return each(objects, TargetCostFields.CODE, TargetCodeFields::wellFormed);
    }

    /** What districts get at least, no district twice. */
    List<DistrictFloor> floors(TargetScope among) {
        List<DistrictFloor> floors = new ArrayList<>();
        Set<AreaCode> seen = new HashSet<>();
        for (TargetQuestionFields item :
                fields.objects("floors", Math.max(1, among.ground().districts().size()))) {
            item.only(Set.of("district", "leastAreas", "leastNeedSharePercent"));
            String code = item.text("district");
            int least = item.whole("leastAreas", 0, TargetSuggestionQuestions.MOST_AREAS)
                    .orElse(0);
            double share = item.number("leastNeedSharePercent", 0, PERCENT).orElse(0.0) / PERCENT;
            if (!AreaCode.isValid(code) || !among.districtNames().containsKey(new AreaCode(code))) {
                item.wrong("district", "Give the code of a district whose areas are chosen from.");
            } else if (!seen.add(new AreaCode(code))) {
                item.wrong("district", "This district has two floors: keep one.");
            } else {
                floors.add(new DistrictFloor(new AreaCode(code), least, share));
            }
        }
        return floors;
    }
}
