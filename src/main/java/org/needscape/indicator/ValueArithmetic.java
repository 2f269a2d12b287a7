package org.needscape.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Arithmetic on values that may be unknown for a reason.
 *
 * <p>Where all operands are known the result is the ordinary one; a result that is not finite is not available. Where an operand is
 * not known there is no number, and the reason is the strongest among all operands, whatever their order:
 *
 * <ol>
 *   <li>suppressed: what is computed from a hidden value is hidden, and any other reason would say something about it;
 *   <li>not available; also where an operand is low: above zero but rounded to zero, it leaves no number to compute with, and the
 *       result itself need not round to zero;
 *   <li>not applicable.
 * </ol>
 */
public final class ValueArithmetic {

    private ValueArithmetic() {}

    /**
     * The sum of values, the same to the last digit in whatever order they come.
     *
     * @param values may be empty, and then the sum is known to be 0
     */
    public static Value sum(Collection<Value> values) {
        return reason(values).orElseGet(() -> {
            // Rounding depends on the order in which doubles are added: it is always the same one.
            double[] numbers = numbers(values);
            Arrays.sort(numbers);
            double sum = 0;
            for (double number : numbers) {
                sum += number;
            }
            return Value.ofFinite(sum);
        });
    }

    /** {@code minuend - subtrahend}, in their unit. */
    public static Value difference(Value minuend, Value subtrahend) {
        return reason(List.of(minuend, subtrahend))
                .orElseGet(() -> Value.ofFinite(number(minuend) - number(subtrahend)));
    }

    /**
     * {@code per x numerator / denominator}: a rate, or a share.
     *
     * @param denominator what is divided by; where it is known to be 0 or less there is nothing to divide by, and a ratio of a
     *     numerator that is not suppressed is not available
     * @param per 10,000 for a rate per 10,000, 100 for percent, 1 for a proportion; finite and above 0
     */
    public static Value ratio(Value numerator, Value denominator, double per) {
        if (!(per > 0) || Double.isInfinite(per)) {
            throw new IllegalArgumentException("A ratio is per a finite number above 0, not " + per + ".");
        }
        boolean divisible = denominator.number().orElse(1) > 0;
        return reason(List.of(numerator, divisible ? denominator : Value.notAvailable()))
                .orElseGet(() -> Value.ofFinite(per * number(numerator) / number(denominator)));
    }

    /**
     * Puts each known value in relation to the other known ones, as a rank or a standard score does. Values that are not known take
     * no part: they keep their reason in the place of a result, and the results of the others are what they were without them.
     *
     * @param values in any order
     * @param method from the known numbers in that order to as many results, or empty where there are none, as when the numbers do
     *     not vary; a result that is not finite becomes not available
     * @return in the same order; empty where the method's answer is
     * @throws IllegalArgumentException when the method gives more or fewer results than it was given numbers
     */
    public static Optional<List<Value>> amongKnown(List<Value> values, Function<double[], Optional<double[]>> method) {
        double[] known = numbers(values);
        return method.apply(known).map(results -> {
            if (results.length != known.length) {
                throw new IllegalArgumentException(results.length + " results of " + known.length + " numbers.");
            }
            List<Value> all = new ArrayList<>(values.size());
            int next = 0;
            for (Value value : values) {
                all.add(value.isKnown() ? Value.ofFinite(results[next++]) : value);
            }
            return all;
        });
    }

    /** Why there is no result of these operands: the strongest of their reasons, empty where all are known. */
    public static Optional<Value> reason(Collection<Value> operands) {
        return operands.stream()
                .filter(operand -> !operand.isKnown())
                .map(operand -> operand.state() == ValueState.LOW ? Value.notAvailable() : operand)
                .min(Comparator.comparingInt(operand -> order(operand.state())));
    }

    /** 1 for the reason that wins over all others. */
    private static int order(ValueState state) {
        return switch (state) {
            case SUPPRESSED -> 1;
            case NOT_AVAILABLE -> 2;
            case NOT_APPLICABLE -> 3;
            case KNOWN, LOW ->
                throw new IllegalArgumentException("No reason for a result to be unknown: " + state + ".");
        };
    }

    private static double[] numbers(Collection<Value> values) {
        return values.stream()
                .filter(Value::isKnown)
                .mapToDouble(ValueArithmetic::number)
                .toArray();
    }

    private static double number(Value known) {
        return known.number().orElseThrow();
    }
}
