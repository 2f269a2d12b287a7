package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.need.CountedFactor;
import org.needscape.need.NeedFactor;
import org.needscape.need.NeedMatrix;
import org.needscape.need.NeedRecipe;
import org.needscape.need.RankOutlook;
import org.needscape.need.RankUncertainty;
import org.needscape.need.Shrinkage;
import org.needscape.need.ShrunkRates;
import org.needscape.need.Surroundings;
import org.needscape.spatial.Contiguity;

/**
 * Whether what is said of ranks is true. In the fictional county the share behind every count is known; true scores are made of these
 * shares, and of what its files have, counts and denominators with small counts hidden, the draws say how likely each area is truly in
 * the highest-need tenth and between which ranks it lies. The shipped county's circumstances and those of nine other seeds on the same
 * land make 5,400 areas. Weights are certain, as the truth has one.
 */
class CalibrationTest {

    private static final int DRAWS = 200;
    private static final long OTHER_COUNTIES = 9;
    private static final int BINS = 10;
    private static final County COUNTY = Aldermoor.COUNTY;
    private static final List<RiskFactor> ALL = List.of(RiskFactor.values());

    /** The noisiest of them: six children in a hundred, many of whose counts are hidden. */
    private static final List<RiskFactor> ONE = List.of(RiskFactor.PARENTAL_SUBSTANCE_MISUSE);

    private static final Surroundings SURROUNDINGS = new Surroundings(
            Optional.of(Contiguity.QUEEN.neighboursOf(Aldermoor.boundaries())),
            COUNTY.areas().stream().map(area -> area.district().code()).toList());

    private static final List<RiskFactors> WORLDS = IntStream.rangeClosed(0, (int) OTHER_COUNTIES)
            .mapToObj(other -> other == 0
                    ? COUNTY.factors()
                    : new RiskFactors(COUNTY.seed() + other, COUNTY.areas(), COUNTY.deprivation(), COUNTY.residents()))
            .toList();

    @Test
    void ofTheAreasThatAreSaidToBeLikelyInTheHighestNeedTenthThatManyAre() {
        for (List<RiskFactor> factors : List.of(ALL, ONE)) {
            new Verdict(factors, Shrinkage.GLOBAL).assertProbabilitiesAreTrue();
            new Verdict(factors, Shrinkage.DISTRICT).assertProbabilitiesAreTrue();
        }
    }

    /**
     * One circumstance: nine in ten lie within limits of nine in ten, give or take 2 in a hundred, of which 1.3 are three standard
     * errors of 5,100 areas. All sixteen: chance is taken to be that of rare events, which is more than that of a share of a fifth or a
     * third, so that limits are somewhat wider than they need be; never much narrower.
     */
    @Test
    void limitsOfNineInTenHoldNineInTen() {
        assertEquals(0.90, new Verdict(ONE, Shrinkage.GLOBAL).covered(), 0.02);
        double covered = new Verdict(ALL, Shrinkage.GLOBAL).covered();
        assertTrue(covered > 0.88 && covered < 0.97, "covered " + covered);
    }

    @Test
    void limitsTowardDistrictsHoldNineInTen() {
        assertEquals(0.90, new Verdict(ONE, Shrinkage.DISTRICT).covered(), 0.02);
        assertEquals(0.90, new Verdict(ALL, Shrinkage.DISTRICT).covered(), 0.03);
    }

    /**
     * An area is not what its neighbours are, and where it differs it does so in all circumstances at once, which factor by factor cannot
     * be seen: limits toward the neighbourhood are too narrow, as is said where it is described.
     */
    @Test
    void limitsTowardNeighboursAreTooNarrow() {
        double one = new Verdict(ONE, Shrinkage.LOCAL).covered();
        double all = new Verdict(ALL, Shrinkage.LOCAL).covered();
        assertTrue(one > 0.84 && one < 0.90, "covered " + one);
        assertTrue(all > 0.78 && all < 0.86, "covered " + all);
    }

    /** What was said and what is true, over all worlds. */
    private static final class Verdict {

        private final double[] said = new double[BINS];
        private final double[] uncertain = new double[BINS];
        private final int[] truly = new int[BINS];
        private final int[] areas = new int[BINS];
        private int within;

        Verdict(List<RiskFactor> factors, Shrinkage shrinkage) {
            for (RiskFactors world : WORLDS) {
                judge(world, factors, shrinkage);
            }
        }

        double covered() {
            return (double) within / IntStream.of(areas).sum();
        }

        /** By tenths of probability, within four standard errors of a sum of so many trials, and the one area they cannot resolve. */
        void assertProbabilitiesAreTrue() {
            for (int bin = 0; bin < BINS; bin++) {
                assertEquals(
                        said[bin],
                        truly[bin],
                        4 * Math.sqrt(uncertain[bin]) + 1,
                        "of " + areas[bin] + " areas said to be likely by " + bin + " tenths");
            }
        }

        private void judge(RiskFactors world, List<RiskFactor> factors, Shrinkage shrinkage) {
            Map<String, List<Value>> scored = new TreeMap<>();
            Map<String, List<Value>> truth = new TreeMap<>();
            Map<String, CountedFactor> counted = new TreeMap<>();
            for (RiskFactor factor : factors) {
                List<Value> values = column(at -> world.cell(factor, at));
                CountedFactor behind = new CountedFactor(
                        values,
                        column(at -> world.numerator(factor, at)),
                        column(at -> world.denominator(factor, at)),
                        shrinkage,
                        SURROUNDINGS);
                counted.put(factor.id(), behind);
                scored.put(factor.id(), ShrunkRates.of(behind).orElseThrow());
                truth.put(factor.id(), trueValues(world, factor, values));
            }
            NeedMatrix matrix = matrix(factors, scored);
            NeedMatrix trueMatrix = matrix(factors, truth);
            assertEquals(factors.size(), matrix.factors().size());
            RankOutlook outlook = RankUncertainty.of(
                    matrix,
                    scored,
                    counted,
                    RankUncertainty.Settings.of(DRAWS, COUNTY.seed()).withWeightVariation(0));
            long ranked =
                    matrix.rows().stream().filter(row -> row.score().isKnown()).count();
            for (int at = 0; at < COUNTY.areas().size(); at++) {
                Value rank = trueMatrix.rows().get(at).rank();
                assertEquals(rank.isKnown(), matrix.rows().get(at).rank().isKnown());
                if (rank.isKnown()) {
                    judge(outlook.rows().get(at), rank.number().orElseThrow(), ranked / 10);
                }
            }
        }

        private void judge(RankOutlook.Row row, double trueRank, long tenth) {
            double probability = row.highestNeedTenth().number().orElseThrow();
            int bin = Math.min(BINS - 1, (int) (BINS * probability));
            said[bin] += probability;
            uncertain[bin] += probability * (1 - probability);
            truly[bin] += trueRank <= tenth ? 1 : 0;
            areas[bin]++;
            boolean holds = row.low().number().orElseThrow() <= trueRank
                    && trueRank <= row.high().number().orElseThrow();
            within += holds ? 1 : 0;
        }
    }

    private static NeedMatrix matrix(List<RiskFactor> factors, Map<String, List<Value>> columns) {
        List<NeedFactor> scored = factors.stream()
                .map(factor -> NeedFactor.zScore(
                        factor.id(),
                        factor.higherIsMoreNeed() ? Polarity.HIGHER_IS_MORE_NEED : Polarity.LOWER_IS_MORE_NEED))
                .toList();
        return NeedMatrix.of(
                NeedRecipe.equalWeights("calibration", scored),
                COUNTY.areas().stream().map(area -> new AreaCode(area.code())).toList(),
                columns);
    }

    /** The truth where the file has a number; elsewhere a score has to do without it. */
    private static List<Value> trueValues(RiskFactors world, RiskFactor factor, List<Value> values) {
        List<Value> truth = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            double share = world.share(factor, at);
            truth.add(values.get(at).map(number -> factor.unit().multiplier() * share));
        }
        return truth;
    }

    private static List<Value> column(IntFunction<String> cell) {
        return IntStream.range(0, COUNTY.areas().size())
                .mapToObj(at -> value(cell.apply(at)))
                .toList();
    }

    private static Value value(String cell) {
        return switch (cell) {
            case RiskFactors.SUPPRESSED -> Value.suppressed();
            case RiskFactors.NOT_AVAILABLE -> Value.notAvailable();
            case RiskFactors.NOT_APPLICABLE -> Value.notApplicable();
            default -> Value.known(Double.parseDouble(cell));
        };
    }
}
