package org.needscape.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The search for circles with the largest LLR, no two with an area in common. Among equal ones the smallest radius comes first, then the
 * lowest code of the centre.
 */
final class ScanSearch {

    private final List<ScanArea> areas;
    private final ScanCircles circles;
    private final ScanLikelihood likelihood;

    ScanSearch(List<ScanArea> areas, ScanCircles circles, ScanLikelihood likelihood) {
        this.areas = areas;
        this.circles = circles;
        this.likelihood = likelihood;
    }

    /** A circle by its centre and the number of its last area among the nearest. */
    record Circle(int centre, int last, double ratio) {}

    /** The circles found, the most likely first. */
    List<Circle> distinct() {
        boolean[] taken = new boolean[areas.size()];
        PriorityQueue<Circle> queue = new PriorityQueue<>((a, b) -> isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0);
        for (int centre = 0; centre < areas.size(); centre++) {
            best(centre, taken).ifPresent(queue::add);
        }
        List<Circle> found = new ArrayList<>();
        while (!queue.isEmpty()) {
            Circle next = queue.remove();
            if (members(next).stream().anyMatch(area -> taken[area])) {
                // The best of a centre only gets smaller, so it can wait in the queue until its turn comes.
                best(next.centre(), taken).ifPresent(queue::add);
            } else {
                found.add(next);
                members(next).forEach(area -> taken[area] = true);
            }
        }
        return found;
    }

    /** The areas of a circle in the order given. */
    List<Integer> members(Circle circle) {
        return IntStream.rangeClosed(0, circle.last())
                .map(k -> circles.member(circle.centre(), k))
                .sorted()
                .boxed()
                .toList();
    }

    double radiusMetres(Circle circle) {
        return circles.radiusMetres(circle.centre(), circle.last());
    }

    /** The best circle around a centre without an area that is taken. */
    private Optional<Circle> best(int centre, boolean[] taken) {
        Circle best = null;
        int count = 0;
        for (int k = 0; k < circles.size(centre) && !taken[circles.member(centre, k)]; k++) {
            count += areas.get(circles.member(centre, k)).count();
            double expected = circles.expected(centre, k);
            double ratio = expected > 0 ? likelihood.ratio(count, expected) : 0;
            if (ratio > ScanLikelihood.tolerance(0)) {
                Circle circle = new Circle(centre, k, ratio);
                best = best == null || isBetter(circle, best) ? circle : best;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isBetter(Circle circle, Circle other) {
        double difference = circle.ratio() - other.ratio();
        if (Math.abs(difference) > ScanLikelihood.tolerance(other.ratio())) {
            return difference > 0;
        }
        double metres = radiusMetres(circle) - radiusMetres(other);
        if (Math.abs(metres) > NearestFirst.SAME_METRES) {
            return metres < 0;
        }
        return areas.get(circle.centre())
                        .code()
                        .compareTo(areas.get(other.centre()).code())
                < 0;
    }
}
