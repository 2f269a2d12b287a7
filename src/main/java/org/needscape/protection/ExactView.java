package org.needscape.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/** Counts with nothing hidden but what their source hid. */
final class ExactView implements CountView {

    private final ExactCounts exact;
    private final String fingerprint;

    ExactView(ExactCounts exact, String fingerprint) {
        this.exact = exact;
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
    public List<CategoryCount> districtCategories(Period period, AreaId district) {
        List<AreaCode> areas = exact.districts().entrySet().stream()
                .filter(entry -> entry.getValue().equals(district))
                .filter(entry -> exact.counts().getOrDefault(period, Map.of()).containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        return categories(period, areas);
    }

    @Override
    public Value extent(Period period, ExtentName extent) {
        List<Value> parts = counted(period, extent).stream()
                .map(code -> exact.count(period, code))
                .toList();
        return parts.isEmpty() ? Value.notAvailable() : ValueArithmetic.sum(parts);
    }

    @Override
    public List<CategoryCount> extentCategories(Period period, ExtentName extent) {
        return categories(period, counted(period, extent));
    }

    private List<AreaCode> counted(Period period, ExtentName extent) {
        return exact.areasOf(extent).stream()
                .filter(code -> exact.counts().getOrDefault(period, Map.of()).containsKey(code))
                .toList();
    }

    private List<CategoryCount> categories(Period period, List<AreaCode> areas) {
        List<CategoryCount> categories = new ArrayList<>();
        if (!areas.isEmpty()) {
            Breakdown.list(exact, period).forEach(breakdown -> breakdown
                    .of(areas)
                    .forEach((category, count) -> categories.add(new CategoryCount(category, count))));
        }
        return categories;
    }

    /** None: gradients are not given exactly. */
    @Override
    public List<DecileGroup> deciles(ExtentName extent, Period period) {
        return List.of();
    }

    /** None, as above. */
    @Override
    public List<DecileGroup> deciles(AreaId district, Period period) {
        return List.of();
    }

    /** None, as above. */
    @Override
    public List<DecileGroup> localTenths(ExtentName extent, Period period) {
        return List.of();
    }

    /** None, as above. */
    @Override
    public List<DecileGroup> accompaniedDeciles(ExtentName extent, Period period) {
        return List.of();
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }
}
