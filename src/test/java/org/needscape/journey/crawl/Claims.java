package org.needscape.journey.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.Interval;

/**
 * What is known of counts by working backwards from everything that is shown: a count itself, a rounded rate times the children,
 * or a rounded limit, of which only some counts are the limit.
 */
final class Claims {

    private static final double HALF_OF_LAST_DIGIT = 0.05 + 1e-9;
    private static final int MOST = 100_000;

    private final Map<Figure, Range> known = new TreeMap<>();
    private final Map<Figure, Double> children = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final County county;

    /** The least and the greatest count that something can be. */
    record Range(int least, int greatest) {

        boolean isExact() {
            return least == greatest;
        }

        Range with(Range other) {
            return new Range(Math.max(least, other.least), Math.min(greatest, other.greatest));
        }
    }

    Claims(County county) {
        this.county = county;
    }

    /** Learns from rows of layers and profiles; profiles leave out the children, which the layers tell. */
    void learn(List<Row> rows) {
        for (Row row : rows) {
            Figure.inLayer(row.layer(), row.code())
                    .ifPresent(figure -> row.number(Rows.CHILDREN).ifPresent(number -> children.put(figure, number)));
        }
        for (Row row : rows) {
            Figure.inGap(row.layer(), row.code())
                    .ifPresent(figure -> learn(
                            figure,
                            0,
                            new Shown(row.number("count"), Optional.empty(), Optional.empty(), Optional.empty()),
                            row.source()));
            Optional<Figure> figure = Figure.inLayer(row.layer(), row.code());
            if (figure.isPresent()) {
                learn(
                        figure.get(),
                        children.getOrDefault(figure.get(), 0.0),
                        new Shown(row.number("count"), row.number("value"), row.number("lower"), row.number("upper")),
                        row.source());
            }
        }
    }

    /**
     * Numbers that stand beside each other.
     *
     * @param designEffect by which the limits are widened, 1 where they are not
     */
    record Shown(
            Optional<Double> count,
            Optional<Double> rate,
            Optional<Double> lower,
            Optional<Double> upper,
            double designEffect) {

        Shown(Optional<Double> count, Optional<Double> rate, Optional<Double> lower, Optional<Double> upper) {
            this(count, rate, lower, upper, 1);
        }
    }

    void learn(Figure figure, double children, Shown shown, String source) {
        shown.count()
                .ifPresent(count -> add(figure, new Range((int) Math.round(count), (int) Math.round(count)), source));
        if (children > 0) {
            shown.rate().ifPresent(rate -> add(figure, ofRate(rate, children), source));
            shown.lower()
                    .ifPresent(limit ->
                            add(figure, ofLimit(limit, children, shown.designEffect(), Interval::lower), source));
            shown.upper()
                    .ifPresent(limit ->
                            add(figure, ofLimit(limit, children, shown.designEffect(), Interval::upper), source));
        }
    }

    /** What is known by working backwards. */
    Map<Figure, Range> known() {
        return known;
    }

    /** What was said that is not true. */
    List<String> findings() {
        return findings;
    }

    private void add(Figure figure, Range range, String source) {
        int truth = county.truth(figure);
        if (truth < range.least() || truth > range.greatest()) {
            findings.add(source + " says of " + figure + " what leads to " + range + ", which is not true");
        } else {
            known.merge(figure, range, Range::with);
        }
    }

    private static Range ofRate(double rate, double children) {
        return new Range((int) Math.ceil(Math.max(0, (rate - HALF_OF_LAST_DIGIT) * children / 10_000)), (int)
                Math.floor((rate + HALF_OF_LAST_DIGIT) * children / 10_000));
    }

    private static Range ofLimit(double limit, double children, double designEffect, ToDoubleFunction<Interval> which) {
        int least = -1;
        int greatest = -1;
        for (int count = 0; count < MOST; count++) {
            double would =
                    which.applyAsDouble(new ClusteredCount(count, designEffect).limitsOfRatePer10000(children, 0.95));
            if (would > limit + HALF_OF_LAST_DIGIT) {
                break;
            }
            if (would >= limit - HALF_OF_LAST_DIGIT) {
                least = least < 0 ? count : least;
                greatest = count;
            }
        }
        return new Range(least, greatest);
    }
}
