package org.needscape.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.needscape.stats.CountData;
import org.needscape.stats.CountModel;
import org.needscape.stats.FittedCountModel;
import org.needscape.stats.PoissonRegression;

/**
 * What is left of values when what deprivation lets expect is taken away, so that a place that is hot only because it is deprived is told
 * apart from one that is hot even so.
 *
 * @param left for values: value minus expected value; for counts: how many events are expected
 * @param slope of the value, or of the natural logarithm of the rate, from the most deprived (0) to the least deprived (1)
 */
public record BeyondDeprivation(List<Double> left, double slope) {

    public BeyondDeprivation {
        left = List.copyOf(left);
    }

    /**
     * Residuals of the least squares line of values on deprivation.
     *
     * @param values of areas, finite
     * @param position of each, from 0 for the most deprived to 1 for the least deprived in the country
     * @return empty with fewer than three areas or where positions do not vary
     */
    public static Optional<BeyondDeprivation> ofValues(double[] values, double[] position) {
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < values.length; i++) {
            line.addData(position[i], values[i]);
        }
        if (values.length < 3 || !Double.isFinite(line.getSlope())) {
            return Optional.empty();
        }
        List<Double> residuals = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            residuals.add(values[i] - line.predict(position[i]));
        }
        return Optional.of(new BeyondDeprivation(residuals, line.getSlope()));
    }

    /**
     * Events expected by a Poisson regression on deprivation: ln(expected / people) = a + b x position. They add up to the events counted.
     *
     * @param counts of events, 0 or more
     * @param people each above 0
     * @param position as in {@link #ofValues}
     * @return empty where the model has no finite estimate
     */
    public static Optional<BeyondDeprivation> ofCounts(double[] counts, double[] people, double[] position) {
        CountModel model = PoissonRegression.fit(CountData.of(counts, people, position));
        return model.fitted().map(fitted -> expected(fitted, people, position));
    }

    private static BeyondDeprivation expected(FittedCountModel model, double[] people, double[] position) {
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < people.length; i++) {
            expected.add(people[i] * Math.exp(model.coefficient(0) + model.coefficient(1) * position[i]));
        }
        return new BeyondDeprivation(expected, model.coefficient(1));
    }
}
