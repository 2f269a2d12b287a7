package org.needscape.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The residents of each area by sex and single year of age, at the middle of 2022, 2023 and 2024. Deprived areas are younger,
 * villages older. From one year to the next everybody becomes a year older, some move or die, and children are born.
 */
final class Residents {

    static final List<Integer> YEARS = List.of(2022, 2023, 2024);

    /** The last age stands for 90 and over. */
    static final int LAST_AGE = 90;

    private static final double MOVERS = 0.04;

    private final int[][][][] counts;

    Residents(long seed, List<DemoArea> areas, DeprivationField deprivation, Planting planting) {
        this.counts = new int[YEARS.size()][areas.size()][][];
        for (int at = 0; at < areas.size(); at++) {
            Chance chance = Chance.of(seed, "residents", at);
            boolean isRetirementVillage = at == planting.retirementVillage();
            double[][] expected = expected(areas.get(at), deprivation.of(at), isRetirementVillage, chance);
            counts[0][at] = first(expected, chance);
            for (int year = 1; year < YEARS.size(); year++) {
                counts[year][at] = next(counts[year - 1][at], expected, chance);
            }
            if (isRetirementVillage) {
                for (int year = 0; year < YEARS.size(); year++) {
                    Arrays.fill(counts[year][at][0], 0, 10, 0);
                    Arrays.fill(counts[year][at][1], 0, 10, 0);
                }
            }
        }
    }

    /** Women and girls of one age; 90 stands for 90 and over. */
    int female(int year, int area, int age) {
        return counts[YEARS.indexOf(year)][area][0][age];
    }

    /** Men and boys of one age; 90 stands for 90 and over. */
    int male(int year, int area, int age) {
        return counts[YEARS.indexOf(year)][area][1][age];
    }

    /** Residents from one age to another, both included. */
    int aged(int year, int area, int from, int to) {
        int sum = 0;
        for (int age = from; age <= to; age++) {
            sum += female(year, area, age) + male(year, area, age);
        }
        return sum;
    }

    private static double[][] expected(DemoArea area, double level, boolean isRetirementVillage, Chance chance) {
        double size = StrictMath.max(1080, StrictMath.min(2700, 1560 + 210 * chance.normal()));
        double young = StrictMath.exp(0.16 * level - (area.isRural() ? 0.08 : 0) + 0.10 * chance.normal());
        double old = StrictMath.exp(-0.12 * level + (area.isRural() ? 0.25 : 0) + 0.12 * chance.normal());
        IntToDoubleFunction share = age -> {
            if (age < 18) {
                return isRetirementVillage ? 0.5 : 1.08 * young;
            }
            if (age < 60) {
                return (age < 25 ? 1.0 : 1.22) * (isRetirementVillage ? 0.25 : 1);
            }
            return old
                    * (isRetirementVillage ? 3 : 1)
                    * (age < 90 ? 1.2 / (1 + StrictMath.exp((age - 81) / 5.0)) : 0.8);
        };
        double sum = 0;
        for (int age = 0; age <= LAST_AGE; age++) {
            sum += share.applyAsDouble(age);
        }
        double[][] expected = new double[2][LAST_AGE + 1];
        for (int age = 0; age <= LAST_AGE; age++) {
            double all = size * share.applyAsDouble(age) / sum;
            double women = age < 60 ? 0.495 : 0.495 + 0.005 * (age - 60);
            expected[0][age] = all * women;
            expected[1][age] = all * (1 - women);
        }
        return expected;
    }

    private static int[][] first(double[][] expected, Chance chance) {
        int[][] first = new int[2][LAST_AGE + 1];
        for (int sex = 0; sex < 2; sex++) {
            for (int age = 0; age <= LAST_AGE; age++) {
                first[sex][age] = chance.poisson(expected[sex][age]);
            }
        }
        return first;
    }

    private static int[][] next(int[][] before, double[][] expected, Chance chance) {
        int[][] after = new int[2][LAST_AGE + 1];
        for (int sex = 0; sex < 2; sex++) {
            after[sex][0] = chance.poisson(expected[sex][0]);
            for (int age = 0; age <= LAST_AGE; age++) {
                double dying = StrictMath.min(0.3, 0.00008 * StrictMath.exp(0.087 * age));
                int older = StrictMath.min(LAST_AGE, age + 1);
                after[sex][older] += chance.binomial(before[sex][age], (1 - dying) * (1 - MOVERS))
                        + chance.poisson(MOVERS * 1.08 * expected[sex][older]);
            }
        }
        return after;
    }
}
