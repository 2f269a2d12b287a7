package org.needscape.protection;

import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/** Counts with nothing hidden but what their source hid. */
final class ExactView implements CountView {

    private final ExactCounts exact;
    private final List<Period> together;
    private final String fingerprint;

    /**
     * Shows counts as they are.
     *
     * @param together the periods to take together, as they are for everybody else; empty for none
     */
    ExactView(ExactCounts exact, List<Period> together, String fingerprint) {
        this.exact = exact;
        this.together = List.copyOf(together);
        this.fingerprint = fingerprint;
    }

    @Override
    public Value area(Period period, AreaCode code) {
        return exact.count(period, code);
    }

    @Override
    public Value district(Period period, AreaId district) {
        List<Value> parts = exact.districts().entrySet().stream()
                .filter(entry -> entry.getValue().equals(district))
                .map(entry -> exact.count(period, entry.getKey()))
                .toList();
        return parts.isEmpty() ? Value.notAvailable() : ValueArithmetic.sum(parts);
    }

    @Override
    public Value areaTogether(AreaCode code) {
        return together.isEmpty()
                ? Value.notAvailable()
                : ValueArithmetic.sum(together.stream()
                        .map(period -> exact.count(period, code))
                        .toList());
    }

    @Override
    public Optional<List<Period>> together() {
        return together.isEmpty() ? Optional.empty() : Optional.of(together);
    }

    /** None: gradients are not given exactly. */
    @Override
    public List<DecileGroup> deciles(ExtentName extent, Period period) {
        return List.of();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }
}
