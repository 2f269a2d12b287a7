package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void theSamePurposeGivesTheSameNumbersAndAnotherPurposeOthers() {
        assertEquals(Chance.of(4, "rain", 1).uniform(), Chance.of(4, "rain", 1).uniform());
        assertNotEquals(
                Chance.of(4, "rain", 1).uniform(), Chance.of(4, "rain", 2).uniform());
        assertNotEquals(
                Chance.of(4, "rain", 1).uniform(), Chance.of(4, "snow", 1).uniform());
        assertNotEquals(
                Chance.of(4, "rain", 1).uniform(), Chance.of(5, "rain", 1).uniform());
    }

    @Test
    void poissonNumbersHaveTheirMeanAndVariance() {
        Chance chance = Chance.of(4, "poisson");
        double[] means = {0.4, 7.5, 80};
        for (double mean : means) {
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < 20_000; draw++) {
                int count = chance.poisson(mean);
                sum += count;
                squares += (double) count * count;
            }
            double found = sum / 20_000;
            // Four standard errors of a mean and of a variance of 20,000 Poisson numbers.
            assertEquals(mean, found, 4 * Math.sqrt(mean / 20_000));
            assertEquals(mean, squares / 20_000 - found * found, 4 * mean * Math.sqrt((2 + 1 / mean) / 20_000));
        }
        assertEquals(0, chance.poisson(0));
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        Chance chance = Chance.of(4, "normal");
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < 20_000; draw++) {
            double value = chance.normal();
            sum += value;
            squares += value * value;
        }
        // Four standard errors.
        assertEquals(0, sum / 20_000, 4 / Math.sqrt(20_000));
        assertEquals(1, squares / 20_000, 4 * Math.sqrt(2.0 / 20_000));
    }

    @Test
    void aBinomialNumberLiesBetweenNothingAndAll() {
        Chance chance = Chance.of(4, "binomial");
        assertEquals(0, chance.binomial(50, 0));
        assertEquals(50, chance.binomial(50, 1));
        assertEquals(0, chance.binomial(0, 0.5));
    }
}
