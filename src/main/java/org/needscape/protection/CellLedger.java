package org.needscape.protection;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.CellSuppression;
import org.needscape.disclosure.tables.LinkedTables;
import org.needscape.disclosure.tables.ProtectedTables;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/**
 * The counts and totals of a measure while they are put together, by name. Each count is compared with what was shown of it before:
 * what was hidden stays hidden, what differs by few from a number that was shown is hidden, and what is the same is known to
 * everybody.
 */
final class CellLedger {

    private final DisclosurePolicy policy;
    private final Released before;
    private final LinkedTables.Builder builder = new LinkedTables.Builder();
    private final Map<CellKey, Integer> cells = new LinkedHashMap<>();
    private final Map<CellKey, List<AreaCode>> areas = new HashMap<>();
    private final Set<CellKey> published = new HashSet<>();
    private final BitSet hiddenBefore = new BitSet();

    CellLedger(DisclosurePolicy policy, Released before) {
        this.policy = policy;
        this.before = before;
    }

    /** Adds a count that is published; one that nobody here knows is published as having no number. */
    void publish(CellKey key, Value value) {
        if (value.isKnown()) {
            put(key, Math.round(value.number().orElseThrow()));
        } else {
            cells.put(key, builder.addUnknownCell());
        }
        published.add(key);
    }

    /** Adds the published sum of areas. */
    void publishSum(CellKey key, List<AreaCode> codes) {
        publishSum(key, codes, areaKeys(key, codes));
    }

    /** Adds the published sum of areas, made from these parts; nothing where a part has no count, and so the sum has none. */
    void publishSum(CellKey key, List<AreaCode> codes, List<CellKey> parts) {
        if (!parts.isEmpty() && !has(key) && cells.keySet().containsAll(parts)) {
            int total = put(key, sum(parts));
            areas.put(key, codes);
            published.add(key);
            builder.keepIfPossible(total);
            tie(key, parts);
        }
    }

    /**
     * Adds the sum of areas that was shown before and is no longer made, if it tells something: because it is the same, so that
     * everybody knows it, or because it or its difference from what was shown is small and so must not be worked out.
     */
    void addShownBefore(CellKey key, List<AreaCode> codes) {
        List<CellKey> parts = areaKeys(key, codes);
        if (has(key) || !cells.keySet().containsAll(parts)) {
            return;
        }
        long sum = sum(parts);
        boolean isSame = before.numbers(key).contains(sum);
        if (isSame || policy.hides((double) sum) || isRevisedByFew(key, sum)) {
            int total = put(key, sum);
            if (!isSame) {
                builder.notToBeTold(total);
            }
            tie(key, parts);
        }
    }

    /** Says that a count is the sum of others. */
    void tie(CellKey total, Collection<CellKey> parts) {
        builder.addTotal(cell(total), parts.stream().mapToInt(this::cell).toArray());
    }

    boolean has(CellKey key) {
        return cells.containsKey(key);
    }

    boolean isPublished(CellKey key) {
        return published.contains(key);
    }

    /** All counts by name, in the order of their cells. */
    Set<CellKey> keys() {
        return cells.keySet();
    }

    /** The cell of a count that is published; empty when there is none. */
    Optional<Integer> findPublished(CellKey key) {
        return isPublished(key) ? Optional.ofNullable(cells.get(key)) : Optional.empty();
    }

    int cell(CellKey key) {
        Integer cell = cells.get(key);
        if (cell == null) {
            throw new IllegalStateException("There is no count of " + key.text() + ".");
        }
        return cell;
    }

    /** The areas of a published sum; empty for other counts. */
    List<AreaCode> areas(CellKey key) {
        return areas.getOrDefault(key, List.of());
    }

    /** Everything put together, protected. */
    ProtectedTables protect() {
        return CellSuppression.protect(builder.build(), policy, hiddenBefore);
    }

    /**
     * Everything put together, protected, if that is easy; see {@link CellSuppression#protectEasily}.
     *
     * @param hiddenAnyway which counts are hidden without any need
     */
    Optional<ProtectedTables> protectEasily(Predicate<CellKey> hiddenAnyway) {
        BitSet also = (BitSet) hiddenBefore.clone();
        cells.forEach((key, cell) -> {
            if (hiddenAnyway.test(key)) {
                also.set(cell);
            }
        });
        return CellSuppression.protectEasily(builder.build(), policy, also);
    }

    private static List<CellKey> areaKeys(CellKey key, List<AreaCode> codes) {
        Period period = new Period(key.when());
        return codes.stream().map(code -> CellKey.ofArea(period, code)).toList();
    }

    private int put(CellKey key, long count) {
        int cell = builder.addCell(count);
        cells.put(key, cell);
        if (isRevisedByFew(key, count)) {
            builder.notToBeTold(cell);
        } else if (before.wasHidden(key)) {
            hiddenBefore.set(cell);
        } else if (before.numbers(key).contains(count)) {
            builder.knownToAll(cell);
        }
        return cell;
    }

    /** Whether a count differs from one that was shown of it by so few that the difference would have to be hidden. */
    private boolean isRevisedByFew(CellKey key, long count) {
        return policy.roundingBase() == 0
                && before.numbers(key).stream()
                        .anyMatch(shown -> shown != count && policy.hides((double) Math.abs(count - shown)));
    }

    private long sum(Collection<CellKey> parts) {
        long sum = 0;
        for (CellKey part : parts) {
            sum += builder.count(cell(part));
        }
        return sum;
    }
}
