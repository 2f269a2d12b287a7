package org.needscape.targeting.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;

/**
 * What a locality board writes of its target areas: a plan, of which the areas are one part, and how it came about. What was computed for
 * it is not part of this.
 *
 * @param title what people call it
 * @param district whose board decides
 * @param state how far it has come
 * @param savedBy who says this, as they wrote it
 * @param priorities what is to be achieved
 * @param areas chosen ones, in the order in which the board names them
 * @param alternatives other choices that it looked at
 * @param dissent what was said against it; empty where nothing was
 * @param review when the board looks at it again
 */
public record Decision(
        String title,
        AreaId district,
        DecisionState state,
        String savedBy,
        List<Priority> priorities,
        List<ChosenArea> areas,
        List<Alternative> alternatives,
        String dissent,
        Optional<LocalDate> review) {

    public Decision {
        priorities = List.copyOf(priorities);
        areas = List.copyOf(areas);
        alternatives = List.copyOf(alternatives);
    }

    /** The codes of the chosen areas. */
    public List<AreaCode> codes() {
        return areas.stream().map(ChosenArea::code).toList();
    }

    /** Whether another says the same but for its state, who says it, and what was said against it. */
    boolean saysTheSameAs(Decision other) {
        return title.equals(other.title)
                && district.equals(other.district)
                && priorities.equals(other.priorities)
                && areas.equals(other.areas)
                && alternatives.equals(other.alternatives)
                && review.equals(other.review);
    }
}
