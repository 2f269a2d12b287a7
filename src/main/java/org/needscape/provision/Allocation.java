package org.needscape.provision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;

/**
 * A budget shared out to places by a key, such as the children who live there: an estimate of where it would go if it followed the key,
 * not where it went.
 *
 * <p>Each place is due budget × key / Σ key. Shares are whole pounds by the method of the largest remainder: everybody gets what is due
 * rounded down, and the pounds that are left go one each to those who lost most by it, the lower code first of equal ones. So every share
 * is within one pound of what is due, and shares and {@link #leftPounds()} add up to the budget exactly.
 *
 * <p>A place whose key is not known, because it is hidden or because nobody says, has no share, and for the same reason. Where the key of
 * all places together is known, what it leaves for those places is left over as one sum, and the others get what is due to them; where
 * it is not known, nobody's share can be worked out and everything is left. Where the key is 0 everywhere there is nothing to share by,
 * and everything is left, but for a budget of 0, of which everybody gets 0.
 *
 * <p>Source of the method: M. L. Balinski and H. P. Young, 1982, Fair Representation: Meeting the Ideal of One Man, One Vote, Yale
 * University Press, on Hamilton's method.
 *
 * @param poundsByPlace whole pounds, or why there is no share
 * @param leftPounds what no place has a share of, 0 to the budget
 * @param left why anything is left
 */
public record Allocation(Map<AreaCode, Value> poundsByPlace, long leftPounds, Left left) {

    /** Why some of a budget is in no place's share. */
    public enum Left {
        /** Every place has its share. */
        NOTHING,
        /** Places whose key is not known have it together. */
        FOR_PLACES_NOT_KNOWN,
        /** The key of all places together is not known, so nothing can be shared out. */
        WHOLE_NOT_KNOWN,
        /** The key is 0 everywhere. */
        NO_KEY;

        /** The word of the interface. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public Allocation {
        poundsByPlace = Collections.unmodifiableMap(new TreeMap<>(poundsByPlace));
    }

    /** What is due to a place, or to those whose key is not known together, which have no code. */
    private record Due(Optional<AreaCode> place, BigInteger pounds, BigDecimal remainder) {}

    /**
     * Shares a budget out.
     *
     * @param budgetPounds 0 or more
     * @param keys of every place, 0 or more where they are known
     * @param whole the key of all places together, for where one of them is not known; not used otherwise. One that is less than the sum
     *     of those that are known is taken for not known
     * @throws IllegalArgumentException when the budget or a key is negative
     */
    public static Allocation of(long budgetPounds, Map<AreaCode, Value> keys, Value whole) {
        if (budgetPounds < 0) {
            throw new IllegalArgumentException("A budget is 0 pounds or more, not " + budgetPounds + ".");
        }
        Map<AreaCode, BigDecimal> known = new TreeMap<>();
        keys.forEach((place, key) -> key.number().ifPresent(number -> known.put(place, checked(place, number))));
        BigDecimal sum = known.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (known.size() == keys.size()) {
            return shared(budgetPounds, keys, known, sum);
        }
        Optional<BigDecimal> all = whole.number().isPresent()
                ? Optional.of(new BigDecimal(whole.number().getAsDouble())).filter(number -> number.compareTo(sum) >= 0)
                : Optional.empty();
        return all.map(number -> shared(budgetPounds, keys, known, number))
                .orElseGet(() -> nothing(budgetPounds, keys, Left.WHOLE_NOT_KNOWN));
    }

    private static BigDecimal checked(AreaCode place, double key) {
        if (key < 0) {
            throw new IllegalArgumentException("The key of " + place + " is 0 or more, not " + key + ".");
        }
        return new BigDecimal(key);
    }

    private static Allocation shared(
            long budgetPounds, Map<AreaCode, Value> keys, Map<AreaCode, BigDecimal> known, BigDecimal whole) {
        if (whole.signum() == 0 && budgetPounds > 0) {
            return nothing(budgetPounds, keys, Left.NO_KEY);
        }
        BigDecimal rest = whole.subtract(known.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Due> dues = new ArrayList<>();
        known.forEach((place, key) -> dues.add(due(Optional.of(place), budgetPounds, key, whole)));
        dues.add(due(Optional.empty(), budgetPounds, rest, whole));
        long over = budgetPounds
                - dues.stream()
                        .map(Due::pounds)
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .longValueExact();
        dues.sort(Comparator.comparing(Due::remainder)
                .reversed()
                .thenComparing(due -> due.place().map(AreaCode::value).orElse("\uFFFF")));
        Map<AreaCode, Value> shares = new TreeMap<>();
        keys.forEach((place, key) -> shares.put(place, key));
        long left = 0;
        for (int k = 0; k < dues.size(); k++) {
            long pounds = dues.get(k).pounds().longValueExact() + (k < over ? 1 : 0);
            if (dues.get(k).place().isPresent()) {
                shares.put(dues.get(k).place().get(), Value.known((double) pounds));
            } else {
                left = pounds;
            }
        }
        return new Allocation(shares, left, known.size() < keys.size() ? Left.FOR_PLACES_NOT_KNOWN : Left.NOTHING);
    }

    private static Due due(Optional<AreaCode> place, long budgetPounds, BigDecimal key, BigDecimal whole) {
        if (whole.signum() == 0) {
            return new Due(place, BigInteger.ZERO, BigDecimal.ZERO);
        }
        BigDecimal[] parts = key.multiply(BigDecimal.valueOf(budgetPounds)).divideAndRemainder(whole);
        return new Due(place, parts[0].toBigIntegerExact(), parts[1]);
    }

    private static Allocation nothing(long budgetPounds, Map<AreaCode, Value> keys, Left left) {
        Value reason = ValueArithmetic.reason(keys.values())
                .filter(found -> found.state() == ValueState.SUPPRESSED)
                .orElse(Value.notAvailable());
        Map<AreaCode, Value> shares = new TreeMap<>();
        keys.forEach((place, key) -> shares.put(place, key.isKnown() ? reason : key));
        return new Allocation(shares, budgetPounds, left);
    }
}
