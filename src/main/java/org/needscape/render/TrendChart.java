package org.needscape.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One quantity by period, with its 95 % limits where it has them. A break in the series is a gap in the line and an upright
 * dashed line with the word "break"; hidden periods are hatched boxes on the axis. Counts and rates are two charts, because a
 * change of one is not a change of the other. Drawn for a width of 320 pixels and more.
 */
public final class TrendChart {

    /** The most series that can be told apart. */
    public static final int MOST_SERIES = ChartMark.IN_ORDER.size();

    private static final double TOP = 46;
    private static final double BOTTOM = 228;
    private static final double KEY = BOTTOM + 44;
    private static final double BOX = 12;

    private TrendChart() {}

    /**
     * What a series says of a period.
     *
     * @param period as it is written, such as "2024" or "2023-24"; periods are in order of this text
     * @param value the quantity, or why it is not known
     * @param breakBefore whether figures from here on must not be compared with earlier ones
     */
    public record Step(String period, WithLimits value, boolean breakBefore) {}

    /**
     * A place, or another thing that is followed.
     *
     * @param name as it is written in the key
     * @param steps in any order, one for each period
     */
    public record Series(String name, List<Step> steps) {
        public Series {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Draws the chart.
     *
     * @param title what is shown, such as "Children looked after, 2020 to 2024"
     * @param valueLabel the quantity with its unit, such as "Rate per 10,000 children aged 0 to 17" or "Number of children"
     * @param series none to six, in the order of the key
     * @param marking how far the figures may go, in sentences; empty when they are open
     * @return a complete SVG element
     * @throws IllegalArgumentException for more series than {@link #MOST_SERIES}
     */
    public static String svg(String title, String valueLabel, List<Series> series, String marking) {
        if (series.size() > MOST_SERIES) {
            throw new IllegalArgumentException(
                    "A chart tells at most " + MOST_SERIES + " series apart, not " + series.size() + ".");
        }
        Caption marked = new Caption(marking);
        List<Step> steps = series.stream().flatMap(one -> one.steps().stream()).toList();
        boolean limits = steps.stream().anyMatch(step -> step.value().hasLimits());
        boolean hidden = steps.stream().anyMatch(step -> step.value().isHidden());
        int keyed = series.size() > 1 ? series.size() : 0;
        double captions = KEY + ChartSheet.ROW * (keyed + (limits || hidden ? 1 : 0)) + 4;
        ChartSheet sheet =
                new ChartSheet("trend", title, words(valueLabel, series) + " " + marking, captions + marked.height());
        sheet.defineHatch();
        RateAxis axis = RateAxis.covering(
                numbers(steps).min(Double::compare).orElse(0.0),
                numbers(steps).max(Double::compare).orElse(0.0),
                TOP,
                BOTTOM);
        Plot plot = new Plot(sheet, axis, periods(steps), ChartSheet.leftOf(axis), series.size());
        plot.frame(valueLabel);
        if (numbers(steps).findAny().isEmpty()) {
            sheet.nothing("No figure can be shown", TOP, BOTTOM);
        }
        for (int k = 0; k < series.size(); k++) {
            plot.lines(series.get(k), ChartMark.IN_ORDER.get(k));
        }
        for (int k = 0; k < series.size(); k++) {
            plot.marks(series.get(k), ChartMark.IN_ORDER.get(k), k);
            if (keyed > 0) {
                sheet.key(ChartMark.IN_ORDER.get(k), series.get(k).name(), KEY + ChartSheet.ROW * k);
            }
        }
        sheet.keyOfLimits(limits, hidden, KEY + ChartSheet.ROW * keyed);
        sheet.caption(marked, captions);
        return sheet.close();
    }

    private static Stream<Double> numbers(List<Step> steps) {
        return steps.stream()
                .map(Step::value)
                .filter(WithLimits::isKnown)
                .flatMap(value -> Stream.of(value.low(), value.number(), value.high()));
    }

    /** The periods of all series in order, each with whether there is a break before it. */
    private static List<Period> periods(List<Step> steps) {
        Map<String, Boolean> breaks = new TreeMap<>();
        steps.forEach(step -> breaks.merge(step.period(), step.breakBefore(), Boolean::logicalOr));
        return breaks.entrySet().stream()
                .map(entry -> new Period(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String words(String valueLabel, List<Series> series) {
        StringBuilder words = new StringBuilder(valueLabel).append(" by period.");
        for (Series one : series) {
            List<String> said = one.steps().stream()
                    .map(step -> step.period()
                            + (step.breakBefore() ? ", after a break in the series, " : " ")
                            + step.value().inWords())
                    .toList();
            words.append(' ')
                    .append(one.name())
                    .append(": ")
                    .append(said.isEmpty() ? "no periods" : String.join("; ", said))
                    .append('.');
        }
        return words.append(series.isEmpty() ? " Nothing is chosen." : "").toString();
    }

    private record Period(String name, boolean breakBefore) {}

    /** Where everything lies in one chart. */
    private record Plot(ChartSheet sheet, RateAxis axis, List<Period> periods, double left, int series) {

        private double slot() {
            return (ChartSheet.RIGHT - left) / Math.max(periods.size(), 1);
        }

        private double middle(int period) {
            return left + slot() * (period + 0.5);
        }

        void frame(String label) {
            sheet.upright(axis, label, left);
            double widest = periods.stream()
                    .mapToDouble(period -> TextSize.width(period.name(), ChartSheet.SMALL_SIZE))
                    .max()
                    .orElse(0);
            int every = (int) Math.max(1, Math.ceil((widest + 6) / slot()));
            for (int k = 0; k < periods.size(); k++) {
                // Counted from the last, which is the one that readers look for.
                if ((periods.size() - 1 - k) % every == 0) {
                    sheet.textWithin(periods.get(k).name(), middle(k), BOTTOM + 17, ChartSheet.SMALL_SIZE);
                }
                if (periods.get(k).breakBefore()) {
                    double x = middle(k) - slot() / 2;
                    sheet.line(x, TOP - 6, x, BOTTOM, ChartSheet.INK, 1.2, "3 3");
                    sheet.textWithin("break", x, TOP - 11, ChartSheet.SMALL_SIZE);
                }
            }
        }

        /** The line from period to period, with a gap at a break and where a figure is not known. */
        void lines(Series one, ChartMark mark) {
            List<ChartSheet.Point> line = new ArrayList<>();
            for (int k = 0; k < periods.size(); k++) {
                Optional<Step> step = find(one, k);
                boolean known = step.filter(found -> found.value().isKnown()).isPresent();
                if (!known || periods.get(k).breakBefore()) {
                    sheet.curve(line, mark.colour(), 1.8, mark.dash());
                    line.clear();
                }
                if (known) {
                    line.add(new ChartSheet.Point(
                            middle(k), axis.pixel(step.orElseThrow().value().number())));
                }
            }
            sheet.curve(line, mark.colour(), 1.8, mark.dash());
        }

        void marks(Series one, ChartMark mark, int position) {
            double apart = Math.min(slot() / (series + 0.6), 7);
            for (int k = 0; k < periods.size(); k++) {
                Optional<Step> step = find(one, k);
                if (step.isEmpty()) {
                    continue;
                }
                WithLimits value = step.get().value();
                double x = middle(k);
                if (value.isHidden()) {
                    double box = x + apart * (position - (series - 1) / 2.0);
                    sheet.hidden(box - 3, BOTTOM - BOX, 6, BOX);
                } else if (value.isKnown()) {
                    if (value.hasLimits()) {
                        sheet.limits(x, axis.pixel(value.high()), axis.pixel(value.low()), mark.colour());
                    }
                    mark.draw(sheet, x, axis.pixel(value.number()), 3.6);
                }
            }
        }

        private Optional<Step> find(Series one, int period) {
            String name = periods.get(period).name();
            return one.steps().stream()
                    .filter(step -> step.period().equals(name))
                    .findFirst();
        }
    }
}
