package org.needscape.demo;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Ranks and scores as if the county's areas had been ranked among all of England's. The index is built from the ranks of the
 * seven domains by its published method: weights times the exponential transformation of each rank.
 */
final class DeprivationIndices {

    /** How many areas the ranks run over: England's LSOAs of 2021. */
    static final int ENGLAND_AREAS = 33_755;

    private final Map<DeprivationMeasure, int[]> ranks = new EnumMap<>(DeprivationMeasure.class);
    private final double[] imdScores;

    DeprivationIndices(long seed, List<DemoArea> areas, DeprivationField deprivation) {
        for (DeprivationMeasure measure : DeprivationMeasure.values()) {
            if (measure != DeprivationMeasure.IMD) {
                ranks.put(measure, ranks(seed, measure, areas, deprivation));
            }
        }
        this.imdScores =
                IntStream.range(0, areas.size()).mapToDouble(this::weightedSum).toArray();
        ranks.put(DeprivationMeasure.IMD, imdRanks());
    }

    /** 1 is the most deprived area of England. */
    int rank(DeprivationMeasure measure, int area) {
        int[] all = ranks.get(measure);
        if (all == null) {
            throw new IllegalArgumentException("No ranks of " + measure);
        }
        return all[area];
    }

    /** 1 is the most deprived tenth of England's areas: the rank times ten over their number, rounded up. */
    int decile(DeprivationMeasure measure, int area) {
        return (10 * rank(measure, area) + ENGLAND_AREAS - 1) / ENGLAND_AREAS;
    }

    /** Higher is more deprived. */
    double score(DeprivationMeasure measure, int area) {
        return measure == DeprivationMeasure.IMD
                ? imdScores[area]
                : measure.curve().score((ENGLAND_AREAS - rank(measure, area) + 0.5) / ENGLAND_AREAS);
    }

    private static int[] ranks(
            long seed, DeprivationMeasure measure, List<DemoArea> areas, DeprivationField deprivation) {
        Chance chance = Chance.of(seed, "measure " + measure.name());
        SmoothField own = new SmoothField(Chance.of(seed, "landscape of measure " + measure.name()), 14_000);
        double rest = StrictMath.sqrt(1 - measure.loading() * measure.loading());
        int[] ranks = new int[areas.size()];
        for (int at = 0; at < ranks.length; at++) {
            DemoArea area = areas.get(at);
            double level = measure.loading() * deprivation.of(at)
                    + rest * (0.6 * own.at(area.middle().x, area.middle().y) + 0.7 * chance.normal())
                    + (area.isRural() ? measure.rural() : 0);
            ranks[at] = rank(ScoreCurve.probability(level));
        }
        return ranks;
    }

    private static int rank(double position) {
        int rank = 1 + (int) StrictMath.floor((1 - position) * ENGLAND_AREAS);
        return StrictMath.max(1, StrictMath.min(ENGLAND_AREAS, rank));
    }

    private double weightedSum(int area) {
        double sum = 0;
        for (DeprivationMeasure domain : DeprivationMeasure.values()) {
            if (domain.weight() > 0) {
                double position = (double) (ENGLAND_AREAS - rank(domain, area) + 1) / ENGLAND_AREAS;
                sum += domain.weight() * ScoreCurve.exponential(position);
            }
        }
        return sum;
    }

    /** Where the scores would stand in England; no two areas share a rank. */
    private int[] imdRanks() {
        int[] all = new int[imdScores.length];
        List<Integer> byScore = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -imdScores[at]))
                .toList();
        int last = 0;
        for (int at : byScore) {
            last = StrictMath.max(last + 1, rank(DeprivationMeasure.IMD.curve().position(imdScores[at])));
            all[at] = last;
        }
        return all;
    }
}
