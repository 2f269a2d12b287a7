package org.needscape.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Everything that is published of a measure, protected as one: small areas, districts, extents, deprivation deciles and
 * selections that were asked for, each period by itself. No sums over periods are published, so nothing ties periods together.
 */
final class PublishedCounts implements CountView {

    private static final int DECILES = 10;

    private final ExactCounts exact;
    private final DisclosurePolicy policy;
    private final Released before;
    private final Map<Period, SelectionSet> selections;
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
        this.before = before;
        this.selections = SelectionSet.byPeriod(selections);
        LinkedTables.Builder builder = new LinkedTables.Builder();
        for (Period period : exact.periods()) {
            addColumn(builder, period.text(), exact.counts().getOrDefault(period, Map.of()));
            addGroups(builder, period);
            for (List<AreaCode> areas : selections(period).lists()) {
                addSum(builder, CellKey.ofSelection(period, areas), keys(period.text(), areas));
            }
        }
        this.tables = builder.build();
        this.shown = CellSuppression.protect(tables, policy, hiddenBefore());
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
    public List<DecileGroup> deciles(ExtentName extent, Period period) {
        return groups.getOrDefault(extent, Map.of()).getOrDefault(period, List.of()).stream()
                .map(group -> new DecileGroup(group.first(), group.last(), group.areas(), value(group.key())))
                .toList();
    }

    /** The sum of a selection of areas, which must be among those that this was made with. */
    Value selected(Period period, List<AreaCode> areas) {
        return value(CellKey.ofSelection(period, areas));
    }

    /** The count of an extent: the sum of its small areas. */
    Value extent(Period period, ExtentName extent) {
        return sumOrReason(
                new CellKey(period.text(), CellKey.Kind.EXTENT, extent.value()),
                exact.extents().getOrDefault(extent, Set.of()).stream()
                        .map(code -> exact.count(period, code))
                        .toList());
    }

    /** What this was made from. */
    ExactCounts exact() {
        return exact;
    }

    /** The selections of a period that this was made with. */
    SelectionSet selections(Period period) {
        return selections.getOrDefault(period, SelectionSet.NONE);
    }

    /** The same counts with one more selection shown, as far as it may be. */
    PublishedCounts with(Period period, List<AreaCode> areas) {
        Map<Period, List<List<AreaCode>>> more = new TreeMap<>();
        selections.forEach((when, set) -> more.put(when, new ArrayList<>(set.lists())));
        more.computeIfAbsent(period, ignored -> new ArrayList<>()).add(areas);
        return new PublishedCounts(exact, policy, before, more);
    }

    /** Whether everything that another shows is shown here. */
    boolean showsAllOf(PublishedCounts other) {
        return other.cells.entrySet().stream()
                .filter(entry -> other.shown.shown(entry.getValue()).isPresent())
                .allMatch(entry -> value(entry.getKey()).isKnown());
    }

    /** The rule that was applied. */
    DisclosurePolicy policy() {
        return policy;
    }

    /** What a stranger can work out. */
    AuditReport audit() {
        return shown.audit();
    }

    /** How many counts are published or hidden. */
    int size() {
        return tables.size();
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

    /** Of the counts that this is a view of; selections are none of them and change none. */
    @Override
    public String fingerprint() {
        Released viewed = Released.of(policy.toString());
        cells.forEach((key, cell) -> {
            if (key.kind() != CellKey.Kind.SELECTION) {
                viewed.add(key, shown.shown(cell));
            }
        });
        return viewed.text();
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
        if (key.kind() != CellKey.Kind.AREA) {
            builder.keepIfPossible(total);
        }
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

    private BitSet hiddenBefore() {
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
