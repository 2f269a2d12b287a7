package org.needscape.journey.crawl;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A count that is published or hidden.
 *
 * @param measure what is counted, such as {@code cla}
 * @param first the first year
 * @param last the last year; the first again for one year by itself
 * @param place the code of an area or a district, or {@code deciles 4-5}
 */
record Figure(String measure, int first, int last, String place) implements Comparable<Figure> {

    private static final Pattern RATE_LAYER =
            Pattern.compile("(?:.+@)?rate-([a-z][a-z-]*?)-(\\d{4})(?:-(\\d{4}))?(?:-lad-\\d{4})?");

    private static final Pattern GAP_LAYER =
            Pattern.compile("(?:.+@)?gradient-gap-([a-z][a-z-]*?)-(\\d{4})(?:-lad-\\d{4})?");

    /** A count that a layer of need and response rests on; empty for the name of any other layer. */
    static Optional<Figure> inGap(String layer, String place) {
        Matcher name = GAP_LAYER.matcher(layer);
        return name.matches()
                ? Optional.of(new Figure(
                        name.group(1), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(2)), place))
                : Optional.empty();
    }

    /** A count that a layer of rates has; empty for the name of any other layer. */
    static Optional<Figure> inLayer(String layer, String place) {
        Matcher name = RATE_LAYER.matcher(layer);
        if (!name.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(name.group(2));
        int last = name.group(3) == null ? first : Integer.parseInt(name.group(3));
        return Optional.of(new Figure(name.group(1), first, last, place));
    }

    /** A count of deciles, of a gradient such as {@code cla-2024}. */
    static Figure ofDeciles(String gradient, int first, int last) {
        int dash = gradient.lastIndexOf('-');
        int year = Integer.parseInt(gradient.substring(dash + 1));
        return new Figure(gradient.substring(0, dash), year, year, deciles(first, last));
    }

    /** A count of a district's deciles, of a gradient. */
    static Figure ofDeciles(String gradient, String district, int first, int last) {
        Figure whole = ofDeciles(gradient, first, last);
        return new Figure(whole.measure, whole.first, whole.last, district + " " + whole.place);
    }

    /** A count of the county's own tenths, of a gradient: its areas ranked among themselves. */
    static Figure ofOwnTenths(String gradient, int first, int last) {
        Figure national = ofDeciles(gradient, first, last);
        return new Figure(national.measure, national.first, national.last, "own tenths " + first + "-" + last);
    }

    static String deciles(int first, int last) {
        return "deciles " + first + "-" + last;
    }

    boolean isOneYear() {
        return first == last;
    }

    /** The years, each by itself. */
    List<Figure> years() {
        return IntStream.rangeClosed(first, last)
                .mapToObj(year -> new Figure(measure, year, year, place))
                .toList();
    }

    @Override
    public int compareTo(Figure other) {
        return Comparator.comparing(Figure::measure)
                .thenComparing(Figure::first)
                .thenComparing(Figure::last)
                .thenComparing(Figure::place)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return measure + " " + (isOneYear() ? "" + first : first + " to " + last) + " " + place;
    }
}
