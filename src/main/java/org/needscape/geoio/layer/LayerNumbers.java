package org.needscape.geoio.layer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.needscape.indicator.Value;

/** How the numbers of a layer are written in every format, so that they are the same in all of them. */
public final class LayerNumbers {

    private LayerNumbers() {}

    /**
     * A number with at most so many decimals, halves away from zero, without trailing zeros, exponent or a negative zero: {@code
     * 20.458}, {@code -1.5}, {@code 0}. Valid in JSON.
     *
     * @param number finite
     * @param decimals 0 to 9
     */
    public static String text(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The number of a known value as {@link #text(double, int)}, and the mark of any other, such as {@code [c]}. */
    public static String textOrMark(Value value, int decimals) {
        OptionalDouble number = value.number();
        return number.isPresent()
                ? text(number.getAsDouble(), decimals)
                : value.state().mark();
    }
}
