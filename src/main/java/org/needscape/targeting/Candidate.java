package org.needscape.targeting;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;

/**
 * An area that could be chosen: what it would bring and what it would take. Numbers are protected before they come here; one that is
 * hidden or not available is not known, never 0.
 *
 * <p>An area whose need is not known is never suggested; as a must-have it is taken and brings nothing that is counted. The same holds
 * for an area whose cost of a limited resource is not known: as a must-have it counts as taking nothing, and the answer says so.
 */
public final class Candidate {

    private final AreaCode code;
    private final AreaCode district;
    private final @Nullable Double need;
    private final Map<Resource, Double> costs;

    private Candidate(AreaCode code, AreaCode district, @Nullable Double need, Map<Resource, Double> costs) {
        costs.forEach((resource, cost) -> {
            if (!(cost >= 0) || Double.isInfinite(cost)) {
                throw new IllegalArgumentException(
                        "The " + resource.noun() + " of area " + code + " must be 0 or more, not " + cost + ".");
            }
        });
        this.code = code;
        this.district = district;
        this.need = need;
        this.costs = Map.copyOf(costs);
    }

    /**
     * An area whose need is known.
     *
     * @param need what choosing the area reaches, 0 or more, in a unit that can be added up over areas, such as children in need
     * @param costs what the area takes of each resource, 0 or more; a resource that is not listed is not known
     * @throws IllegalArgumentException for a number that is not finite or below 0
     */
    public static Candidate of(AreaCode code, AreaCode district, double need, Map<Resource, Double> costs) {
        if (!(need >= 0) || Double.isInfinite(need)) {
            throw new IllegalArgumentException(
                    "The need of area " + code + " must be 0 or more, not " + need + ": it is added up over areas.");
        }
        return new Candidate(code, district, need, costs);
    }

    /** An area whose need is hidden or not available. */
    public static Candidate withoutNeed(AreaCode code, AreaCode district, Map<Resource, Double> costs) {
        return new Candidate(code, district, null, costs);
    }

    /** The same area with another need, for another year or other weights; not known when {@code other} is empty. */
    public Candidate withNeed(OptionalDouble other) {
        return other.isPresent() ? of(code, district, other.getAsDouble(), costs) : withoutNeed(code, district, costs);
    }

    public AreaCode code() {
        return code;
    }

    public AreaCode district() {
        return district;
    }

    /** What choosing the area reaches; empty where that is not known. */
    public OptionalDouble need() {
        return need == null ? OptionalDouble.empty() : OptionalDouble.of(need);
    }

    /** What the area takes of a resource; empty where that is not known. Of areas it is always 1. */
    public OptionalDouble cost(Resource resource) {
        if (resource == Resource.AREAS) {
            return OptionalDouble.of(1);
        }
        Double cost = costs.get(resource);
        return cost == null ? OptionalDouble.empty() : OptionalDouble.of(cost);
    }

    @Override
    public String toString() {
        return code + " (need " + (need == null ? "not known" : need) + ", " + new TreeMap<>(costs) + ")";
    }
}
