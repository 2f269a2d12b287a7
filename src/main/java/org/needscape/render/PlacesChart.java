package org.needscape.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.needscape.indicator.Value;

/**
 * Several places in one chart: the rate of each by national decile, most deprived first, with 95 % limits and its fitted line. At
 * the same decile the places can be compared, because the deciles are those of England. Marks and lines differ by shape and dash
 * as well as colour; deciles taken together share a mark on a level line; hidden ones are hatched boxes on the axis. Both are said in
 * words. Drawn for a width of 320 pixels and more.
 */
public final class PlacesChart {

    /** The most places that can be told apart. */
    public static final int MOST_PLACES = ChartMark.IN_ORDER.size();

    private static final double TOP = 30;
    private static final double BOTTOM = 228;
    private static final double KEY = BOTTOM + 60;
    private static final double BOX = 12;

    private PlacesChart() {}

    /** How far apart the lines across the chart lie. */
    public enum Scale {
        /** Equal differences are equal distances; starts at 0. */
        LINEAR,
        /** Equal ratios are equal distances, so that equal gradients are parallel; a rate of 0 is said in words only. */
        LOGARITHMIC
    }

    /**
     * A decile of a place, or several taken together.
     *
     * @param firstDecile 1 (most deprived) to 10
     * @param lastDecile at least {@code firstDecile}, at most 10
     * @param ratePer10000 0 or above where known
     * @param fittedPer10000 where the fitted line lies at this decile; unknown without one
     */
    public record Mark(int firstDecile, int lastDecile, WithLimits ratePer10000, Value fittedPer10000) {
        public Mark {
            if (firstDecile < 1 || lastDecile > 10 || firstDecile > lastDecile) {
                throw new IllegalArgumentException("Not deciles: " + firstDecile + " to " + lastDecile + ".");
            }
        }

        String label() {
            return firstDecile == lastDecile
                    ? "decile " + firstDecile
                    : "deciles " + firstDecile + " to " + lastDecile + " together";
        }

        double middle() {
            return (firstDecile + lastDecile) / 2.0;
        }
    }

    /**
     * A place with its deciles.
     *
     * @param name as it is written in the key
     * @param marks most deprived first
     */
    public record Place(String name, List<Mark> marks) {
        public Place {
            marks = List.copyOf(marks);
        }
    }

    /**
     * Draws the chart.
     *
     * @param title what is shown, such as "Children looked after, 2024"
     * @param rateLabel the rate with its unit, such as "Rate per 10,000 children aged 0 to 17"
     * @param places none to six, in the order of the key
     * @param scale of the rates
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     * @throws IllegalArgumentException for more places than {@link #MOST_PLACES}
     */
    public static String svg(String title, String rateLabel, List<Place> places, Scale scale, String marking) {
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException(
                    "A chart tells at most " + MOST_PLACES + " places apart, not " + places.size() + ".");
        }
        Caption said = new Caption(saidUnderneath(places, scale));
        Caption marked = new Caption(marking);
        boolean hidden = marks(places).anyMatch(mark -> mark.ratePer10000().isHidden());
        double captions = KEY + ChartSheet.ROW * (places.size() + 1) + 4;
        ChartSheet sheet = new ChartSheet(
                "places", title, words(rateLabel, places) + " " + marking, captions + said.height() + marked.height());
        sheet.defineHatch();
        Optional<ChartAxis> found = axis(places, scale);
        ChartAxis axis = found.orElseGet(() -> RateAxis.covering(0, TOP, BOTTOM));
        Plot plot = new Plot(sheet, axis, ChartSheet.leftOf(axis), places.size());
        plot.frame(rateLabel);
        if (found.isEmpty()) {
            sheet.nothing("No rate can be shown", TOP, BOTTOM);
        }
        for (int k = 0; k < places.size(); k++) {
            plot.fitted(places.get(k), ChartMark.IN_ORDER.get(k));
        }
        for (int k = 0; k < places.size(); k++) {
            plot.marks(places.get(k), ChartMark.IN_ORDER.get(k), k);
            sheet.key(ChartMark.IN_ORDER.get(k), places.get(k).name(), KEY + ChartSheet.ROW * k);
        }
        boolean limits = marks(places).anyMatch(mark -> mark.ratePer10000().hasLimits());
        sheet.keyOfLimits(limits, hidden, KEY + ChartSheet.ROW * places.size());
        sheet.caption(said, captions);
        sheet.caption(marked, captions + said.height());
        return sheet.close();
    }

    private static Stream<Mark> marks(List<Place> places) {
        return places.stream().flatMap(place -> place.marks().stream());
    }

    /** The axis over all that is shown; empty where nothing can be drawn on it. */
    private static Optional<ChartAxis> axis(List<Place> places, Scale scale) {
        List<Double> values = marks(places)
                .filter(mark -> mark.ratePer10000().isKnown())
                .flatMap(mark -> Stream.concat(
                        Stream.of(
                                mark.ratePer10000().number(),
                                mark.ratePer10000().high()),
                        mark.fittedPer10000().number().stream().boxed()))
                .toList();
        double highest = values.stream().mapToDouble(value -> value).max().orElse(0);
        if (values.isEmpty() || (scale == Scale.LOGARITHMIC && highest == 0)) {
            return Optional.empty();
        }
        if (scale == Scale.LINEAR) {
            return Optional.of(RateAxis.covering(highest, TOP, BOTTOM));
        }
        double lowest = values.stream()
                .mapToDouble(value -> value)
                .filter(value -> value > 0)
                .min()
                .orElse(highest);
        return Optional.of(LogAxis.covering(lowest / 1.5, highest, TOP, BOTTOM));
    }

    private static String saidUnderneath(List<Place> places, Scale scale) {
        String hidden = said(places, "Hidden to protect children: ", mark -> mark.ratePer10000()
                .isHidden());
        String absent = said(
                places,
                "Not available: ",
                mark -> !mark.ratePer10000().isKnown() && !mark.ratePer10000().isHidden());
        String together = said(
                places,
                "One mark for ",
                mark -> mark.ratePer10000().isKnown() && mark.firstDecile() < mark.lastDecile());
        return (together + hidden + absent + (scale == Scale.LOGARITHMIC ? saidOfRatios(places) : "")).strip();
    }

    private static String saidOfRatios(List<Place> places) {
        String zero = said(
                places,
                "A rate of 0, which has no place on a ratio scale: ",
                mark -> mark.ratePer10000().isKnown() && mark.ratePer10000().number() == 0);
        return zero + "Ratio scale: equal distances are equal ratios.";
    }

    private static String said(List<Place> places, String before, Predicate<Mark> which) {
        List<String> parts = new ArrayList<>();
        for (Place place : places) {
            List<String> deciles =
                    place.marks().stream().filter(which).map(Mark::label).toList();
            if (!deciles.isEmpty()) {
                parts.add(place.name() + ", " + ChartWords.list(deciles));
            }
        }
        return parts.isEmpty() ? "" : before + String.join("; ", parts) + ". ";
    }

    private static String words(String rateLabel, List<Place> places) {
        StringBuilder words = new StringBuilder(rateLabel)
                .append(" by national tenth of deprivation, 1 the most and 10 the least deprived, with 95 % limits.");
        for (Place place : places) {
            List<String> deciles = place.marks().stream()
                    .map(mark -> mark.label() + " " + mark.ratePer10000().inWords())
                    .toList();
            words.append(' ')
                    .append(place.name())
                    .append(": ")
                    .append(deciles.isEmpty() ? "no deciles" : String.join(", ", deciles))
                    .append('.');
        }
        return words.append(places.isEmpty() ? " No place is chosen." : "").toString();
    }

    /** Where everything lies in one chart. */
    private record Plot(ChartSheet sheet, ChartAxis axis, double left, int places) {

        private double slot() {
            return (ChartSheet.RIGHT - left) / 10;
        }

        private double middle(Mark mark) {
            return left + slot() * (mark.middle() - 0.5);
        }

        void frame(String label) {
            sheet.upright(axis, label, left);
            for (int decile = 1; decile <= 10; decile++) {
                double x = left + slot() * (decile - 0.5);
                sheet.text(Integer.toString(decile), x, BOTTOM + 16, "middle", ChartSheet.FONT_SIZE);
            }
            sheet.text("1 = most deprived tenth", left, BOTTOM + 35, "start", ChartSheet.FONT_SIZE);
            sheet.text("10 = least deprived", ChartSheet.RIGHT, BOTTOM + 35, "end", ChartSheet.FONT_SIZE);
        }

        /** How far deciles reach that were taken together. */
        private void span(Mark decile, double y, String colour) {
            if (decile.firstDecile() < decile.lastDecile()) {
                double start = left + slot() * (decile.firstDecile() - 1) + 3;
                double end = left + slot() * decile.lastDecile() - 3;
                sheet.line(start, y, end, y, colour, 1, "");
            }
        }

        void fitted(Place place, ChartMark mark) {
            List<ChartSheet.Point> line = new ArrayList<>();
            for (Mark decile : place.marks()) {
                decile.fittedPer10000()
                        .number()
                        .ifPresent(
                                rate -> line.add(new ChartSheet.Point(middle(decile), axis.pixel(Math.max(rate, 0)))));
            }
            sheet.curve(line, mark.colour(), 1.8, mark.dash());
        }

        void marks(Place place, ChartMark mark, int position) {
            double apart = Math.min(slot() / (places + 0.6), 9);
            for (Mark decile : place.marks()) {
                double x = middle(decile) + apart * (position - (places - 1) / 2.0);
                WithLimits rate = decile.ratePer10000();
                if (rate.isHidden()) {
                    double width = Math.max(apart - 1, 4);
                    sheet.hidden(x - width / 2, BOTTOM - BOX, width, BOX);
                } else if (rate.isKnown() && (axis instanceof RateAxis || rate.number() > 0)) {
                    if (rate.hasLimits()) {
                        sheet.limits(x, axis.pixel(rate.high()), axis.pixel(rate.low()), mark.colour());
                    }
                    span(decile, axis.pixel(rate.number()), mark.colour());
                    mark.draw(sheet, x, axis.pixel(rate.number()), places > 3 ? 3 : 3.6);
                }
            }
        }
    }
}
