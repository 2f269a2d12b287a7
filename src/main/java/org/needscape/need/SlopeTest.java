package org.needscape.need;

import java.util.OptionalDouble;
import org.needscape.stats.ChiSquare;
import org.needscape.stats.StandardNormal;

/** Whether places have different slopes, or why that was not tested. */
public sealed interface SlopeTest {

    /** The two-sided probability of slopes at least as different if they were the same; empty where nothing was tested. */
    OptionalDouble p();

    /** The test with the variance of counts multiplied, for counts that vary more than by chance. */
    SlopeTest widened(double dispersion);

    /**
     * Wald's test of two places.
     *
     * @param estimate slope of the place minus that of the reference, ln(rate) per decile
     * @param standardError above 0
     */
    record Wald(double estimate, double standardError) implements SlopeTest {

        public Wald {
            if (!Double.isFinite(estimate) || !(standardError > 0) || Double.isInfinite(standardError)) {
                throw new IllegalArgumentException("Not a difference: " + estimate + " (" + standardError + ").");
            }
        }

        /** Estimate over standard error. */
        public double z() {
            return estimate / standardError;
        }

        @Override
        public OptionalDouble p() {
            return OptionalDouble.of(2 * StandardNormal.upperTail(Math.abs(z())));
        }

        @Override
        public SlopeTest widened(double dispersion) {
            return new Wald(estimate, standardError * Math.sqrt(dispersion));
        }
    }

    /**
     * The likelihood ratio test of separate slopes against a common one.
     *
     * @param chiSquare how much the deviance falls, 0 or more
     * @param degreesOfFreedom places minus 1
     */
    record LikelihoodRatio(double chiSquare, int degreesOfFreedom) implements SlopeTest {

        @Override
        public OptionalDouble p() {
            return OptionalDouble.of(ChiSquare.upperTail(chiSquare, degreesOfFreedom));
        }

        @Override
        public SlopeTest widened(double dispersion) {
            return new LikelihoodRatio(chiSquare / dispersion, degreesOfFreedom);
        }
    }

    /** Nothing was tested, and why. */
    record NotTested(String reason) implements SlopeTest {

        @Override
        public OptionalDouble p() {
            return OptionalDouble.empty();
        }

        @Override
        public SlopeTest widened(double dispersion) {
            return this;
        }
    }
}
