package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.report.ImportLog;
import org.needscape.report.UnreadableFileException;

/**
 * The Department for Education's children looked after by characteristic: {@code cla_group, characteristic, number, percentage} to 2024,
 * {@code characteristic, breakdown, children_count, children_percent} since 2025. The rows do not say whether these children were there on
 * 31 March, started or ceased to be looked after: only the name of the published file does.
 *
 * <p>A part's category is its group and its characteristic, {@code Age group: 1 to 4 years}, and each group keeps its own total. The total
 * by age is also the number of all. Published percentages are the number over the group's total, rounded; they are checked and not kept.
 */
final class LookedAfterParts implements AuthorityLayout {

    private static final Map<Pattern, AuthorityMeasure> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(name("31 march by characteristics"), AuthorityMeasure.CLA_AT_31_MARCH);
        NAMES.put(name("started to be looked after"), AuthorityMeasure.CLA_STARTED);
        NAMES.put(name("ceased during (?:the )?year(?! (?:sgo|adopt))"), AuthorityMeasure.CLA_CEASED);
    }

    private static final NumberRule PERCENTAGE =
            new NumberRule("a percentage", false, 0, 100, "Check the cell against the published file.");

    private static Pattern name(String words) {
        return Pattern.compile("(?:^| )" + words + "(?:\\b|$)");
    }

    /** The columns of one layout. */
    private record Columns(int group, int characteristic, int number, Optional<Integer> percentage) {

        static Optional<Columns> find(TableHeader header) {
            return find(header, "cla_group", "characteristic", "number", "percentage")
                    .or(() -> find(header, "characteristic", "breakdown", "children_count", "children_percent"));
        }

        private static Optional<Columns> find(
                TableHeader header, String group, String characteristic, String number, String percentage) {
            return header.find(group)
                    .flatMap(first -> header.find(characteristic).flatMap(second -> header.find(number)
                            .map(third -> new Columns(first, second, third, header.find(percentage)))));
        }
    }

    @Override
    public boolean recognises(TableHeader header) {
        return AuthorityColumns.areIn(header) && Columns.find(header).isPresent();
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        String words = TableText.words(collector.fileName());
        AuthorityMeasure measure = NAMES.entrySet().stream()
                .filter(known -> known.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new UnreadableFileException(collector.fileName()
                        + " has children looked after by characteristic, but its name does not say which children: give the"
                        + " published la_cla_on_31_march_by_characteristics, la_cla_who_started_to_be_looked_after or"
                        + " la_children_who_ceased_during_year under its own name."));
        return new Rows(header, measure, SymbolProfile.dfe(lastYear), collector);
    }

    private static final class Rows implements Reader {

        private static final String TOTAL = "total";

        private final TableHeader header;
        private final AuthorityMeasure measure;
        private final AuthorityCollector collector;
        private final AuthorityColumns authorities;
        private final int period;
        private final Columns columns;
        private final NumberColumn number;
        private final Optional<NumberColumn> percentage;

        Rows(TableHeader header, AuthorityMeasure measure, SymbolProfile symbols, AuthorityCollector collector) {
            this.header = header;
            this.measure = measure;
            this.collector = collector;
            authorities = new AuthorityColumns(header);
            period = header.find("time_period").orElseThrow();
            columns = Columns.find(header).orElseThrow();
            number = new NumberColumn(columns.number(), header.name(columns.number()), symbols, NumberRule.COUNT);
            percentage = columns.percentage()
                    .map(column -> new NumberColumn(column, header.name(column), symbols, PERCENTAGE));
        }

        @Override
        public void take(TableRow row) {
            Authority authority = authorities.read(row);
            Period when = ReportingYear.read(row, period, "time_period");
            String group = required(row, columns.group());
            String characteristic = required(row, columns.characteristic());
            boolean isTotal = characteristic.toLowerCase(Locale.ROOT).startsWith(TOTAL);
            CellReading count = number.read(row);
            Value share = percentage.map(column -> column.read(row).value()).orElse(Value.notAvailable());
            if (count.value().state() == ValueState.SUPPRESSED && share.isKnown()) {
                throw new RowRefusedException(
                        number.header(),
                        "The number is hidden and its percentage is not, which would tell the number.",
                        "Hide the percentage too, or check the row against the published file.");
            }
            List<String> categories = new ArrayList<>();
            categories.add(AuthorityFigure.part(group, isTotal ? AuthorityFigure.TOTAL : characteristic));
            if (isTotal && group.toLowerCase(Locale.ROOT).startsWith("age")) {
                categories.add(AuthorityFigure.ALL);
            }
            List<AuthorityFigure> figures = categories.stream()
                    .map(category -> FigureRules.make(
                            authority,
                            measure,
                            when,
                            category,
                            count.value(),
                            Value.notAvailable(),
                            Value.notAvailable(),
                            count.flags(),
                            number.header()))
                    .toList();
            if (!collector.isFirst(FigureRules.key(authority, measure, when, categories.get(0)))) {
                throw new RowRefusedException(
                        header.name(columns.characteristic()),
                        "The authority has an earlier row for the same characteristic and period.",
                        "Keep one row for each authority, characteristic and period.");
            }
            collector.add(authority);
            figures.forEach(collector::add);
        }

        private String required(TableRow row, int column) {
            String text = row.get(column);
            if (text.isEmpty() || text.length() > AuthorityFigure.MAX_PART_CHARACTERS || text.contains(": ")) {
                throw new RowRefusedException(
                        header.name(column),
                        "The cell names no characteristic.",
                        "Write it as published, such as Age group and 1 to 4 years.");
            }
            return text;
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(
                    measure.label() + " by characteristic and local authority",
                    "Department for Education, Children looked after in England",
                    OPEN_GOVERNMENT_LICENCE);
        }
    }
}
