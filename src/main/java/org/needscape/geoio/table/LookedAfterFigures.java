package org.needscape.geoio.table;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityFigure;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.report.ImportLog;

/**
 * The Department for Education's number and rate of children looked after. What a row counts stands in {@code population_count} (to 2024)
 * or {@code population_type}; the number in {@code number} or {@code children_count}.
 */
final class LookedAfterFigures implements AuthorityLayout {

    private static final String[] KIND = {"population_count", "population_type"};
    private static final String[] NUMBER = {"number", "children_count"};

    @Override
    public boolean recognises(TableHeader header) {
        return AuthorityColumns.areIn(header)
                && header.find(KIND).isPresent()
                && header.find(NUMBER).isPresent()
                && header.find("population_estimate").isPresent();
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(header, SymbolProfile.dfe(lastYear), collector);
    }

    private static final class Rows implements Reader {

        private final TableHeader header;
        private final AuthorityColumns authorities;
        private final AuthorityCollector collector;
        private final int period;
        private final int kind;
        private final NumberColumn number;
        private final NumberColumn population;
        private final Optional<NumberColumn> rate;

        Rows(TableHeader header, SymbolProfile symbols, AuthorityCollector collector) {
            this.header = header;
            this.collector = collector;
            authorities = new AuthorityColumns(header);
            period = header.find("time_period").orElseThrow();
            kind = header.find(KIND).orElseThrow();
            int count = header.find(NUMBER).orElseThrow();
            number = new NumberColumn(count, header.name(count), symbols, NumberRule.COUNT);
            population = new NumberColumn(
                    header.find("population_estimate").orElseThrow(), "population_estimate", symbols, NumberRule.COUNT);
            rate = header.find("rate_per_10000")
                    .map(column -> new NumberColumn(column, "rate_per_10000", symbols, NumberRule.NOT_NEGATIVE));
        }

        @Override
        public void take(TableRow row) {
            Authority authority = authorities.read(row);
            AuthorityMeasure what = measure(row);
            Period when = ReportingYear.read(row, period, "time_period");
            CellReading count = number.read(row);
            Set<ValueFlag> flags = new LinkedHashSet<>(count.flags());
            AuthorityFigure figure = FigureRules.make(
                    authority,
                    what,
                    when,
                    AuthorityFigure.ALL,
                    count.value(),
                    rate.map(column -> column.read(row).value()).orElse(Value.notAvailable()),
                    population.read(row).value(),
                    flags,
                    number.header());
            if (!collector.isFirst(FigureRules.key(authority, what, when, AuthorityFigure.ALL))) {
                throw FigureRules.repeated(header.name(kind));
            }
            collector.add(authority);
            collector.add(figure);
        }

        private AuthorityMeasure measure(TableRow row) {
            String written = row.get(kind).toLowerCase(Locale.ROOT);
            if (written.startsWith("children looked after at 31 march")) {
                return AuthorityMeasure.CLA_AT_31_MARCH;
            }
            if (written.startsWith("children starting to be looked after")) {
                return AuthorityMeasure.CLA_STARTED;
            }
            if (written.startsWith("children ceasing to be looked after")) {
                return AuthorityMeasure.CLA_CEASED;
            }
            throw new RowRefusedException(
                    header.name(kind),
                    "What the row counts is not known.",
                    "Keep the rows of children looked after at 31 March, starting and ceasing to be looked after.");
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(
                    "Children looked after by local authority, number and rate",
                    "Department for Education, Children looked after in England",
                    OPEN_GOVERNMENT_LICENCE);
        }
    }
}
