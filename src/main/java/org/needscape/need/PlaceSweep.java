package org.needscape.need;

import java.util.Arrays;
import java.util.Optional;

/**
 * Follows one area while a weight moves away from where it is, and finds where the area changes sides at the end of a tenth.
 *
 * <p>Moved by u, another area stands above it where a u² + b u + c is below 0, so it comes above or falls below at most twice. The
 * number above is kept from each such place to the next; between them nothing changes.
 */
final class PlaceSweep {

    private final double most;
    private final double[] rises;
    private final double[] falls;
    private int above;
    private int risen;
    private int fallen;

    /**
     * @param most how far the weight may move, above 0
     * @param others how many areas there are beside it
     */
    PlaceSweep(double most, int others) {
        this.most = most;
        this.rises = new double[2 * others];
        this.falls = new double[2 * others];
    }

    /** Adds another area by its quadratic. */
    void add(double a, double b, double c) {
        double first = most;
        double second = most;
        if (a == 0) {
            first = within(b == 0 ? most : -c / b);
        } else {
            double discriminant = b * b - 4 * a * c;
            if (discriminant > 0) {
                double root = Math.sqrt(discriminant);
                double one = within((-b - root) / (2 * a));
                double two = within((-b + root) / (2 * a));
                first = Math.min(one, two);
                second = Math.max(one, two);
            }
        }
        boolean isAbove = isNegative(a, b, c, first / 2);
        above += isAbove ? 1 : 0;
        if (first < most) {
            isAbove = change(first, isAbove, isNegative(a, b, c, (first + second) / 2));
        }
        if (second < most) {
            change(second, isAbove, isNegative(a, b, c, (second + most) / 2));
        }
    }

    private boolean change(double at, boolean before, boolean after) {
        if (!before && after) {
            rises[risen++] = at;
        } else if (before && !after) {
            falls[fallen++] = at;
        }
        return after;
    }

    /** A place that is not between here and there is no place. */
    private double within(double at) {
        return at > 0 && at < most ? at : most;
    }

    private static boolean isNegative(double a, double b, double c, double at) {
        return (a * at + b) * at + c < 0;
    }

    /**
     * Where the area first is on the other side.
     *
     * @param isIn whether it is in the tenth before the weight is moved
     * @param tenth how many areas are
     * @return how far the weight is moved then, 0 for by however little; empty where it never changes sides
     */
    Optional<Double> firstChange(boolean isIn, int tenth) {
        if (above < tenth != isIn) {
            return Optional.of(0.0);
        }
        boolean isReached = isIn ? above + risen >= tenth : above - fallen < tenth;
        if (!isReached) {
            return Optional.empty();
        }
        Arrays.sort(rises, 0, risen);
        Arrays.sort(falls, 0, fallen);
        int now = above;
        int up = 0;
        int down = 0;
        while (up < risen || down < fallen) {
            double at = Math.min(up < risen ? rises[up] : most, down < fallen ? falls[down] : most);
            for (; up < risen && rises[up] == at; up++) {
                now++;
            }
            for (; down < fallen && falls[down] == at; down++) {
                now--;
            }
            if (now < tenth != isIn) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
