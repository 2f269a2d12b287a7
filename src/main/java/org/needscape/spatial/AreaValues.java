package org.needscape.spatial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The value of each area, or why it has none. Immutable once built. */
public final class AreaValues {

    private final double[] values;
    private final @Nullable NotComputed[] reasons;
    private final int knownCount;

    private AreaValues(double[] values, @Nullable NotComputed[] reasons) {
        this.values = values;
        this.reasons = reasons;
        int known = 0;
        for (NotComputed reason : reasons) {
            known += reason == null ? 1 : 0;
        }
        this.knownCount = known;
    }

    /**
     * All known.
     *
     * @param values finite
     */
    public static AreaValues of(double... values) {
        Builder builder = new Builder(values.length);
        for (int area = 0; area < values.length; area++) {
            builder.known(area, values[area]);
        }
        return builder.build();
    }

    /** How many areas. */
    public int size() {
        return values.length;
    }

    /** How many values are known. */
    public int knownCount() {
        return knownCount;
    }

    public boolean isKnown(int area) {
        return reasons[area] == null;
    }

    /** Why an area has no value; empty when it has one. */
    public Optional<NotComputed> reason(int area) {
        return Optional.ofNullable(reasons[area]);
    }

    /**
     * The value of an area.
     *
     * @throws IllegalArgumentException when it is not known
     */
    public double get(int area) {
        if (!isKnown(area)) {
            throw new IllegalArgumentException("The value of area " + area + " is not known: " + reasons[area] + ".");
        }
        return values[area];
    }

    /** Deviations from the mean of the known values; 0 where not known, to be left out by the caller. */
    double[] deviations() {
        double sum = 0;
        for (int area = 0; area < values.length; area++) {
            sum += isKnown(area) ? values[area] : 0;
        }
        double mean = knownCount == 0 ? 0 : sum / knownCount;
        double[] deviations = new double[values.length];
        for (int area = 0; area < values.length; area++) {
            deviations[area] = isKnown(area) ? values[area] - mean : 0;
        }
        return deviations;
    }

    /** Whether no two known values differ by more than rounding. */
    boolean isConstant() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int area = 0; area < values.length; area++) {
            if (isKnown(area)) {
                lowest = Math.min(lowest, values[area]);
                highest = Math.max(highest, values[area]);
            }
        }
        return !(highest - lowest > 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest)));
    }

    /** Sets the value of each area once; what is never set is missing. */
    public static final class Builder {

        private final double[] values;
        private final @Nullable NotComputed[] reasons;

        /** @param size how many areas */
        public Builder(int size) {
            values = new double[size];
            reasons = new NotComputed[size];
            java.util.Arrays.fill(reasons, NotComputed.MISSING);
        }

        /** @param value finite */
        public Builder known(int area, double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The value of area " + area + " is " + value + ".");
            }
            values[area] = value;
            reasons[area] = null;
            return this;
        }

        public Builder unknown(int area, NotComputed reason) {
            values[area] = 0;
            reasons[area] = reason;
            return this;
        }

        public AreaValues build() {
            return new AreaValues(values.clone(), reasons.clone());
        }
    }
}
