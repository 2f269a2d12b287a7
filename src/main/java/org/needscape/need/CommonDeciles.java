package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The deciles by which several places can be compared: deciles that one place has taken together are taken together in all of them, and
 * those in which one place has no population are left out. It is the finest division that all places share. Immutable.
 */
final class CommonDeciles {

    /**
     * Deciles next to each other.
     *
     * @param first 1 (most deprived) to 10
     * @param last at least {@code first}
     */
    record Span(int first, int last) {
        String label() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }

        boolean holds(GradientGroup group) {
            return group.firstDecile() >= first && group.lastDecile() <= last;
        }
    }

    private final List<Span> spans;
    private final List<Span> leftOut;

    private CommonDeciles(List<Span> spans, List<Span> leftOut) {
        this.spans = List.copyOf(spans);
        this.leftOut = List.copyOf(leftOut);
    }

    /** The finest division that all of these places share; without places there is none. */
    static CommonDeciles of(List<PlaceDeciles> places) {
        boolean[] goesOn = new boolean[11];
        for (PlaceDeciles place : places) {
            for (GradientGroup group : place.groups()) {
                for (int decile = group.firstDecile(); decile < group.lastDecile(); decile++) {
                    goesOn[decile] = true;
                }
            }
        }
        List<Span> spans = new ArrayList<>();
        List<Span> leftOut = new ArrayList<>();
        int first = 1;
        for (int decile = 1; decile <= 10; decile++) {
            if (!goesOn[decile]) {
                Span span = new Span(first, decile);
                long having = places.stream().filter(place -> has(place, span)).count();
                if (having > 0) {
                    (having == places.size() ? spans : leftOut).add(span);
                }
                first = decile + 1;
            }
        }
        return new CommonDeciles(spans, leftOut);
    }

    /** Most deprived first. */
    List<Span> spans() {
        return spans;
    }

    /** Deciles in which some places have population and some have not. */
    List<Span> leftOut() {
        return leftOut;
    }

    /** A place's groups by the common spans, in their order. */
    List<GradientGroup> of(PlaceDeciles place) {
        return spans.stream().map(span -> in(place, span).orElseThrow()).toList();
    }

    Optional<Span> spanOf(int decile) {
        return spans.stream()
                .filter(span -> span.first() <= decile && decile <= span.last())
                .findFirst();
    }

    /** {@code all ten deciles}, or {@code deciles 1, 2, 4-10}. */
    String inWords() {
        return spans.size() == 10 ? "all ten deciles" : "deciles " + labels(spans);
    }

    static String labels(List<Span> spans) {
        return spans.stream().map(Span::label).collect(Collectors.joining(", "));
    }

    private static boolean has(PlaceDeciles place, Span span) {
        return in(place, span).isPresent();
    }

    private static Optional<GradientGroup> in(PlaceDeciles place, Span span) {
        return place.groups().stream().filter(span::holds).reduce(GradientGroup::with);
    }
}
