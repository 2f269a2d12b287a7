package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.report.ImportLog;

/**
 * The Department for Education's tables with a column for each number: children in need (b1), referrals (c1), factors at the end of
 * assessment (c3) and child protection plans (d1), with or without a column {@code …_rate} behind each number, which editions since 2025
 * do not have.
 */
final class WideFigures implements AuthorityLayout {

    private static final Map<String, AuthorityMeasure> NUMBERS = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("anypoint_episodes", AuthorityMeasure.CIN_ANY_POINT),
            Map.entry("anypoint_child", AuthorityMeasure.CIN_ANY_POINT_CHILDREN),
            Map.entry("started_episodes", AuthorityMeasure.CIN_STARTED),
            Map.entry("started_child", AuthorityMeasure.CIN_STARTED_CHILDREN),
            Map.entry("ended_episodes", AuthorityMeasure.CIN_ENDED),
            Map.entry("ended_child", AuthorityMeasure.CIN_ENDED_CHILDREN),
            Map.entry("at31_episodes", AuthorityMeasure.CIN_AT_31_MARCH),
            Map.entry("awaiting_assessment", AuthorityMeasure.CIN_AWAITING_ASSESSMENT),
            Map.entry("cpp_start", AuthorityMeasure.CPP_STARTED),
            Map.entry("cpp_child_start", AuthorityMeasure.CPP_STARTED_CHILDREN),
            Map.entry("cpp_end", AuthorityMeasure.CPP_ENDED),
            Map.entry("cpp_child_end", AuthorityMeasure.CPP_ENDED_CHILDREN),
            Map.entry("cpp_anypoint", AuthorityMeasure.CPP_ANY_POINT),
            Map.entry("cpp_child_anypoint", AuthorityMeasure.CPP_ANY_POINT_CHILDREN),
            Map.entry("cpp_at31", AuthorityMeasure.CPP_AT_31_MARCH),
            Map.entry("referral_count", AuthorityMeasure.REFERRALS),
            Map.entry("rereferral_count", AuthorityMeasure.REREFERRALS)));

    /** One of these tells the table; others of its columns may be missing. */
    private static final List<String> SIGNS =
            List.of("at31_episodes", "cpp_start", "cpp_anypoint", "referral_count", Factors.TOTAL);

    @Override
    public boolean recognises(TableHeader header) {
        return AuthorityColumns.areIn(header)
                && SIGNS.stream().anyMatch(sign -> header.find(sign).isPresent());
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(header, SymbolProfile.dfe(lastYear), collector, log);
    }

    /** The columns of factors stand behind the number of all episodes that have any. */
    private static final class Factors {

        private static final String TOTAL = "episodes_with_assessment_factor";

        private Factors() {}

        static String category(String header) {
            return header.replace('_', ' ').strip();
        }
    }

    private record Column(
            AuthorityMeasure measure, String category, NumberColumn number, Optional<NumberColumn> rate) {}

    private static final class Rows implements Reader {

        private final TableHeader header;
        private final AuthorityColumns authorities;
        private final AuthorityCollector collector;
        private final int period;
        private final List<Column> columns;

        Rows(TableHeader header, SymbolProfile symbols, AuthorityCollector collector, ImportLog log) {
            this.header = header;
            this.collector = collector;
            authorities = new AuthorityColumns(header);
            period = header.find("time_period").orElseThrow();
            columns = find(symbols);
            if (columns.stream().allMatch(column -> column.rate().isEmpty())) {
                log.note("The file has no rates: they are worked out where the number of children is known.");
            }
        }

        private List<Column> find(SymbolProfile symbols) {
            List<Column> found = new ArrayList<>();
            Optional<Integer> factors = header.find(Factors.TOTAL);
            for (int column = 0; column < header.size(); column++) {
                String name = header.name(column);
                NumberColumn number = new NumberColumn(column, name, symbols, NumberRule.COUNT);
                Optional<AuthorityMeasure> measure = Optional.ofNullable(NUMBERS.get(TableText.key(name)));
                if (factors.isPresent() && column >= factors.get()) {
                    String category = column == factors.get() ? AuthorityFigure.ALL : Factors.category(name);
                    found.add(new Column(AuthorityMeasure.ASSESSMENT_FACTORS, category, number, Optional.empty()));
                } else if (measure.isPresent()) {
                    found.add(new Column(measure.get(), AuthorityFigure.ALL, number, rate(name, symbols)));
                }
            }
            return found;
        }

        private Optional<NumberColumn> rate(String name, SymbolProfile symbols) {
            return header.find(name + "_rate", name.replace("_count", "") + "_rate")
                    .map(column -> new NumberColumn(column, header.name(column), symbols, NumberRule.NOT_NEGATIVE));
        }

        @Override
        public void take(TableRow row) {
            Authority authority = authorities.read(row);
            Period when = ReportingYear.read(row, period, "time_period");
            List<AuthorityFigure> figures = new ArrayList<>();
            for (Column column : columns) {
                CellReading count = column.number().read(row);
                figures.add(FigureRules.make(
                        authority,
                        column.measure(),
                        when,
                        column.category(),
                        count.value(),
                        column.rate().map(rate -> rate.read(row).value()).orElse(Value.notAvailable()),
                        Value.notAvailable(),
                        count.flags(),
                        column.number().header()));
            }
            if (!collector.isFirst(FigureRules.key(
                    authority, columns.get(0).measure(), when, columns.get(0).category()))) {
                throw FigureRules.repeated("new_la_code");
            }
            collector.add(authority);
            figures.forEach(collector::add);
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(
                    title(), "Department for Education, Characteristics of children in need", OPEN_GOVERNMENT_LICENCE);
        }

        private String title() {
            return switch (columns.get(0).measure()) {
                case ASSESSMENT_FACTORS -> "Factors identified at the end of assessment by local authority";
                case REFERRALS, REREFERRALS -> "Referrals by local authority";
                case CPP_STARTED, CPP_STARTED_CHILDREN, CPP_ANY_POINT, CPP_AT_31_MARCH, CPP_ENDED ->
                    "Child protection plans by local authority";
                default -> "Children in need by local authority";
            };
        }
    }
}
