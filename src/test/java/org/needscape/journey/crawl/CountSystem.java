package org.needscape.journey.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All hidden counts of a measure as unknowns, and every sum that is known as a line over them: what a stranger with a computer has
 * to work with, who even knows which unknowns are small.
 */
final class CountSystem {

    private static final double MOST_SMALL = 5;

    private final List<Figure> unknowns = new ArrayList<>();
    private final Map<Figure, Integer> position = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Claims.Range> ranges = new ArrayList<>();
    private final County county;

    /** A sum of unknowns within limits. */
    record Line(int[] unknowns, double least, double greatest) {}

    CountSystem(County county, String measure, Map<Figure, Claims.Range> known) {
        this.county = county;
        county.counts().keySet().forEach(figure -> {
            Optional<Claims.Range> range = Optional.ofNullable(known.get(figure));
            if (figure.measure().equals(measure)
                    && !range.map(Claims.Range::isExact).orElse(false)) {
                position.put(figure, unknowns.size());
                unknowns.add(figure);
                int most = county.isSmall(figure) ? (int) MOST_SMALL : Integer.MAX_VALUE;
                ranges.add(new Claims.Range(Math.min(1, county.truth(figure)), most)
                        .with(range.orElse(new Claims.Range(0, Integer.MAX_VALUE))));
            }
        });
        known.forEach((figure, range) -> {
            if (figure.measure().equals(measure) && !county.counts().containsKey(figure)) {
                addLine(figure, range);
            }
        });
    }

    private void addLine(Figure figure, Claims.Range range) {
        List<Integer> within = new ArrayList<>();
        int shown = 0;
        for (Figure part : county.parts(figure)) {
            if (position.containsKey(part)) {
                within.add(position.get(part));
            } else {
                shown += county.truth(part);
            }
        }
        if (!within.isEmpty()) {
            lines.add(new Line(
                    within.stream().mapToInt(Integer::intValue).toArray(),
                    range.least() - shown,
                    range.greatest() - (double) shown));
        }
    }

    int size() {
        return unknowns.size();
    }

    Figure figure(int unknown) {
        return unknowns.get(unknown);
    }

    double truth(int unknown) {
        return county.truth(unknowns.get(unknown));
    }

    boolean isSmall(int unknown) {
        return county.isSmall(unknowns.get(unknown));
    }

    double least(int unknown) {
        return ranges.get(unknown).least();
    }

    /** Infinite where nothing is known. */
    double greatest(int unknown) {
        int greatest = ranges.get(unknown).greatest();
        return greatest == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : greatest;
    }

    List<Line> lines() {
        return lines;
    }
}
