package org.needscape.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.SafeGroups;
import org.needscape.disclosure.tables.AuditReport;
import org.needscape.disclosure.tables.CellSuppression;
import org.needscape.disclosure.tables.LinkedTables;
import org.needscape.disclosure.tables.ProtectedTables;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;

/**
 * Everything that is published of a measure, protected as one: small areas, districts, extents, deprivation deciles and
 * selections that were asked for, each period by itself and, where most counts of a period are small, up to three periods together.
 */
final class PublishedCounts implements CountView {

    private static final int DECILES = 10;
    private static final int MOST_TOGETHER = 3;

    private final ExactCounts exact;
    private final DisclosurePolicy policy;
    private final List<Period> together;
    private final Map<CellKey, Integer> cells = new LinkedHashMap<>();
    private final Map<ExtentName, Map<Period, List<Group>>> groups = new TreeMap<>();
    private final LinkedTables tables;
    private final ProtectedTables shown;

    /** Deciles that are published together. */
    private record Group(int first, int last, List<AreaCode> areas, CellKey key) {}

    /**
     * Protects counts.
     *
     * @param before what was shown before
     * @param selections for each period the lists of areas whose sums were shown
     */
    PublishedCounts(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, ? extends Collection<List<AreaCode>>> selections) {
        this.exact = exact;
        this.policy = policy;
        this.together = taken(exact, policy);
        LinkedTables.Builder builder = new LinkedTables.Builder();
        for (Period period : exact.periods()) {
            addColumn(builder, period.text(), exact.counts().getOrDefault(period, Map.of()));
            addGroups(builder, period);
            for (List<AreaCode> areas :
                    selections.containsKey(period) ? selections.get(period) : List.<List<AreaCode>>of()) {
                addSum(builder, selection(period, areas), keys(period.text(), areas));
            }
        }
        if (!together.isEmpty()) {
            addTogether(builder);
        }
        this.tables = builder.build();
        this.shown = CellSuppression.protect(tables, policy, hiddenBefore(before));
    }

    @Override
    public Value area(Period period, AreaCode code) {
        Value count = exact.count(period, code);
        return count.isKnown() ? value(new CellKey(period.text(), CellKey.Kind.AREA, code.value())) : count;
    }

    @Override
    public Value district(Period period, AreaId district) {
        return sumOrReason(
                new CellKey(period.text(), CellKey.Kind.DISTRICT, place(district)),
                exact.districts().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(district))
                        .map(entry -> exact.count(period, entry.getKey()))
                        .toList());
    }

    @Override
    public Value areaTogether(AreaCode code) {
        return sumOrReason(
                new CellKey(whenTogether(), CellKey.Kind.AREA, code.value()),
                together.stream().map(period -> exact.count(period, code)).toList());
    }

    @Override
    public Optional<List<Period>> together() {
        return together.isEmpty() ? Optional.empty() : Optional.of(together);
    }

    @Override
    public List<DecileGroup> deciles(ExtentName extent, Period period) {
        return groups.getOrDefault(extent, Map.of()).getOrDefault(period, List.of()).stream()
                .map(group -> new DecileGroup(group.first(), group.last(), group.areas(), value(group.key())))
                .toList();
    }

    /** The sum of a selection of areas, which must be among those that this was made with. */
    Value selected(Period period, List<AreaCode> areas) {
        return value(selection(period, areas));
    }

    /** The rule that was applied. */
    DisclosurePolicy policy() {
        return policy;
    }

    /** What a stranger can work out. */
    AuditReport audit() {
        return shown.audit();
    }

    int hiddenCount() {
        return shown.hiddenCount();
    }

    /** What a cell of the {@linkplain #audit audit} is, for people. */
    String describe(int cell) {
        for (Map.Entry<CellKey, Integer> entry : cells.entrySet()) {
            if (entry.getValue() == cell) {
                return entry.getKey().place() + ", " + entry.getKey().when();
            }
        }
        throw new IllegalArgumentException("There is no cell " + cell + ".");
    }

    /** What is shown now, to be remembered. */
    Released released() {
        Released released = Released.of(policy.toString());
        cells.forEach((key, cell) -> released.add(key, shown.shown(cell)));
        return released;
    }

    @Override
    public String fingerprint() {
        return released().text();
    }

    /** The latest periods, when most areas with a count have a small one in the latest; none otherwise. */
    static List<Period> taken(ExactCounts exact, DisclosurePolicy policy) {
        List<Period> periods = exact.periods();
        if (periods.size() < 2 || policy.roundingBase() > 0) {
            return List.of();
        }
        List<Value> latest = exact.counts().getOrDefault(periods.get(periods.size() - 1), Map.of()).values().stream()
                .filter(value -> value.isKnown() || value.state() == ValueState.SUPPRESSED)
                .toList();
        long small = latest.stream()
                .filter(value -> !value.isKnown() || policy.hides(value.number().getAsDouble()))
                .count();
        return 2 * small > latest.size()
                ? List.copyOf(periods.subList(Math.max(0, periods.size() - MOST_TOGETHER), periods.size()))
                : List.of();
    }

    private String whenTogether() {
        return together.isEmpty() ? "" : together.get(0) + " to " + together.get(together.size() - 1);
    }

    private static CellKey selection(Period period, List<AreaCode> areas) {
        return new CellKey(
                period.text(),
                CellKey.Kind.SELECTION,
                String.join("+", areas.stream().map(AreaCode::value).toList()));
    }

    private static String place(AreaId district) {
        return district.geography() + " " + district.code();
    }

    private static List<CellKey> keys(String when, Collection<AreaCode> areas) {
        return areas.stream()
                .map(code -> new CellKey(when, CellKey.Kind.AREA, code.value()))
                .toList();
    }

    private Value value(CellKey key) {
        Integer cell = cells.get(key);
        if (cell == null) {
            return Value.suppressed();
        }
        OptionalLong count = shown.shown(cell);
        return count.isPresent() ? Value.known((double) count.getAsLong()) : Value.suppressed();
    }

    /** The published sum; where there is none because a part has no count, the reason of that part. */
    private Value sumOrReason(CellKey key, List<Value> parts) {
        return cells.containsKey(key)
                ? value(key)
                : org.needscape.indicator.ValueArithmetic.reason(parts).orElse(Value.notAvailable());
    }

    private void addColumn(LinkedTables.Builder builder, String when, Map<AreaCode, Value> counts) {
        counts.forEach((code, value) -> value.number()
                .ifPresent(count -> cells.put(
                        new CellKey(when, CellKey.Kind.AREA, code.value()), builder.addCell(Math.round(count)))));
        Map<AreaId, List<AreaCode>> byDistrict = new TreeMap<>();
        exact.districts().forEach((code, district) -> {
            if (counts.containsKey(code)) {
                byDistrict
                        .computeIfAbsent(district, ignored -> new ArrayList<>())
                        .add(code);
            }
        });
        byDistrict.forEach((district, areas) ->
                addSum(builder, new CellKey(when, CellKey.Kind.DISTRICT, place(district)), keys(when, areas)));
        exact.extents().forEach((extent, areas) -> {
            List<AreaCode> counted = areas.stream().filter(counts::containsKey).toList();
            addSum(builder, new CellKey(when, CellKey.Kind.EXTENT, extent.value()), parts(when, counted, byDistrict));
        });
    }

    /** The districts that lie wholly within an extent, and its other areas one by one. */
    private List<CellKey> parts(String when, List<AreaCode> areas, Map<AreaId, List<AreaCode>> byDistrict) {
        Set<AreaCode> left = new java.util.TreeSet<>(areas);
        List<CellKey> parts = new ArrayList<>();
        byDistrict.forEach((district, within) -> {
            CellKey key = new CellKey(when, CellKey.Kind.DISTRICT, place(district));
            if (cells.containsKey(key) && left.containsAll(within)) {
                parts.add(key);
                within.forEach(left::remove);
            }
        });
        parts.addAll(keys(when, left));
        return parts;
    }

    /** Adds a total, unless a part has no count, and so the total has none. */
    private void addSum(LinkedTables.Builder builder, CellKey key, List<CellKey> parts) {
        if (parts.isEmpty() || cells.containsKey(key) || !cells.keySet().containsAll(parts)) {
            return;
        }
        int[] numbers = parts.stream().mapToInt(cells::get).toArray();
        long sum = 0;
        for (int number : numbers) {
            sum += builder.count(number);
        }
        int total = builder.addCell(sum);
        cells.put(key, total);
        builder.addTotal(total, numbers);
    }

    private void addGroups(LinkedTables.Builder builder, Period period) {
        exact.extents().forEach((extent, areas) -> {
            Map<Integer, List<AreaCode>> byDecile = new TreeMap<>();
            for (AreaCode code : areas) {
                Integer decile = exact.deciles().get(code);
                if (decile != null && exact.count(period, code).isKnown()) {
                    byDecile.computeIfAbsent(decile, ignored -> new ArrayList<>())
                            .add(code);
                }
            }
            List<Group> added = new ArrayList<>();
            for (SafeGroups.Group merged : new SafeGroups(policy).merge(sums(period, byDecile))) {
                List<AreaCode> within = new ArrayList<>();
                for (int decile = merged.first(); decile <= merged.last(); decile++) {
                    within.addAll(byDecile.getOrDefault(decile, List.of()));
                }
                CellKey key = new CellKey(period.text(), CellKey.Kind.GROUP, extent + " deciles " + merged.label());
                addSum(builder, key, keys(period.text(), within));
                if (cells.containsKey(key)) {
                    added.add(new Group(merged.first(), merged.last(), within, key));
                }
            }
            groups.computeIfAbsent(extent, ignored -> new HashMap<>()).put(period, added);
        });
    }

    private List<SafeGroups.Group> sums(Period period, Map<Integer, List<AreaCode>> byDecile) {
        List<SafeGroups.Group> sums = new ArrayList<>();
        for (int decile = 1; decile <= DECILES; decile++) {
            double count = 0;
            int hidden = 0;
            double hiddenCount = 0;
            for (AreaCode code : byDecile.getOrDefault(decile, List.of())) {
                double number = exact.count(period, code).number().orElse(0);
                count += number;
                if (policy.roundingBase() == 0 && policy.hides(number)) {
                    hidden++;
                    hiddenCount += number;
                }
            }
            sums.add(new SafeGroups.Group(decile, decile, 0, count, hidden, hiddenCount));
        }
        return sums;
    }

    private void addTogether(LinkedTables.Builder builder) {
        for (AreaCode code : exact.areas()) {
            addSum(
                    builder,
                    new CellKey(whenTogether(), CellKey.Kind.AREA, code.value()),
                    together.stream()
                            .map(period -> new CellKey(period.text(), CellKey.Kind.AREA, code.value()))
                            .toList());
        }
    }

    private BitSet hiddenBefore(Released before) {
        BitSet hidden = new BitSet();
        cells.forEach((key, cell) -> before.find(key).ifPresent(shownBefore -> {
            boolean revisedByFew = shownBefore.isPresent()
                    && policy.roundingBase() == 0
                    && policy.hides((double) Math.abs(tables.count(cell) - shownBefore.getAsLong()))
                    && tables.count(cell) != shownBefore.getAsLong();
            if (shownBefore.isEmpty() || revisedByFew) {
                hidden.set(cell);
            }
        }));
        return hidden;
    }

    /** The number of a cell, for tests. */
    OptionalInt cell(CellKey key) {
        Integer cell = cells.get(key);
        return cell == null ? OptionalInt.empty() : OptionalInt.of(cell);
    }
}
