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
 * assessment (c3), section 47 enquiries and initial conferences (c4), child protection plans (d1) and how long they have lasted (d5), with or without a column {@code …_rate} behind each number, which editions since 2025
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
            Map.entry("rereferral_count", AuthorityMeasure.REREFERRALS),
            Map.entry("section47", AuthorityMeasure.SECTION_47_ENQUIRIES),
            Map.entry("icpc", AuthorityMeasure.ICPC)));

    /** One of these tells the table; others of its columns may be missing. */
    private static final List<String> SIGNS = List.of(
            "at31_episodes", "cpp_start", "cpp_anypoint", "cpp_at31", "referral_count", "section47", Parts.FACTORS);

    @Override
    public boolean recognises(TableHeader header) {
        return AuthorityColumns.areIn(header)
                && SIGNS.stream().anyMatch(sign -> header.find(sign).isPresent());
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(header, SymbolProfile.dfe(lastYear), collector, log);
    }

    /**
     * Columns that divide the number before them: factors behind all episodes that have any, of which one may have several, and how long
     * plans have lasted (d5). Their percentages follow from the numbers.
     */
    private record Parts(int total, AuthorityMeasure measure, String group) {

        private static final String FACTORS = "episodes_with_assessment_factor";
        private static final String PLANS = "cpp_at31";

        static Optional<Parts> find(TableHeader header) {
            Optional<Parts> factors =
                    header.find(FACTORS).map(total -> new Parts(total, AuthorityMeasure.ASSESSMENT_FACTORS, ""));
            return factors.or(() -> header.find(PLANS)
                    .filter(total -> header.names().stream()
                            .anyMatch(name -> TableText.key(name).startsWith("3_months")))
                    .map(total -> new Parts(total, AuthorityMeasure.CPP_AT_31_MARCH, "Time on the plan")));
        }

        boolean has(int column, String header) {
            return column >= total && !TableText.key(header).endsWith("_percent");
        }

        String category(int column, String header) {
            String name = header.replace('_', ' ').strip();
            if (column == total) {
                return AuthorityFigure.ALL;
            }
            return group.isEmpty() ? name : AuthorityFigure.part(group, name);
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
            Optional<Parts> parts = Parts.find(header);
            for (int column = 0; column < header.size(); column++) {
                String name = header.name(column);
                NumberColumn number = new NumberColumn(column, name, symbols, NumberRule.COUNT);
                Optional<AuthorityMeasure> measure = Optional.ofNullable(NUMBERS.get(TableText.key(name)));
                if (parts.isPresent() && column >= parts.get().total()) {
                    if (parts.get().has(column, name)) {
                        found.add(new Column(
                                parts.get().measure(), parts.get().category(column, name), number, Optional.empty()));
                    }
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
                case SECTION_47_ENQUIRIES, ICPC ->
                    "Section 47 enquiries and initial child protection conferences by local authority";
                case CPP_STARTED, CPP_STARTED_CHILDREN, CPP_ANY_POINT, CPP_AT_31_MARCH, CPP_ENDED ->
                    "Child protection plans by local authority";
                default -> "Children in need by local authority";
            };
        }
    }
}
