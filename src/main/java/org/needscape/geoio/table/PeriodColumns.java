package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;

/**
 * The columns of a wide table of counts, each of one period: {@code 2022}, {@code 2022/23}, {@code 202223}, and the same behind the
 * measure or the word count, as in {@code cla_2022}. Years that run over two calendar years are written {@code 2022/23}.
 */
final class PeriodColumns {

    private static final Pattern YEARS = Pattern.compile("((?:19|20)\\d\\d)(?:[/_ -]?(\\d\\d|(?:19|20)\\d\\d))?");

    /**
     * A column of one period.
     *
     * @param count its numbers
     */
    record PeriodColumn(Period period, NumberColumn count) {}

    private PeriodColumns() {}

    /** Those of a header, in its order; none in a table that has a row for each period. */
    static List<PeriodColumn> find(TableHeader header, Measure measure) {
        List<PeriodColumn> found = new ArrayList<>();
        Pattern name = names(measure);
        for (int column = 0; column < header.size(); column++) {
            int index = column;
            Matcher matcher = name.matcher(TableText.key(header.name(column)));
            if (matcher.matches()) {
                period(matcher.group("years"))
                        .ifPresent(period -> found.add(new PeriodColumn(
                                period,
                                new NumberColumn(index, header.name(index), SymbolProfile.GENERAL, NumberRule.COUNT))));
            }
        }
        return found;
    }

    private static Pattern names(Measure measure) {
        String words = Stream.of(
                        "count",
                        "children",
                        "number",
                        measure.code(),
                        measure.indicatorId().value())
                .map(word -> word.replace("-", "[_ -]"))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?:(?:" + words + ")[_ -]?)?(?<years>\\d{4}.*)");
    }

    /** The period of a header; none where its digits are no year or two years that do not follow each other. */
    private static Optional<Period> period(String years) {
        Matcher matcher = YEARS.matcher(years);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String second = matcher.group(2);
        if (second == null) {
            return Optional.of(new Period(first));
        }
        String next = Integer.toString(Integer.parseInt(first) + 1);
        return next.endsWith(second) ? Optional.of(new Period(first + "/" + next.substring(2))) : Optional.empty();
    }
}
