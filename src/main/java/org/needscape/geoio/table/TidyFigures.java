package org.needscape.geoio.table;

import java.util.LinkedHashSet;
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
 * One row for each authority, measure and year: {@code measure, number, rate_per_10000} and, where they are, {@code population_0_17} and
 * {@code flag}, which keeps the published symbol where there is no number.
 */
final class TidyFigures implements AuthorityLayout {

    @Override
    public boolean recognises(TableHeader header) {
        return AuthorityColumns.areIn(header)
                && header.find("measure").isPresent()
                && header.find("number").isPresent()
                && header.find("rate_per_10000").isPresent();
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(header, SymbolProfile.dfe(lastYear), collector);
    }

    private static final class Rows implements Reader {

        private final AuthorityColumns authorities;
        private final SymbolProfile symbols;
        private final AuthorityCollector collector;
        private final int period;
        private final int measure;
        private final NumberColumn number;
        private final NumberColumn rate;
        private final Optional<NumberColumn> population;
        private final Optional<Integer> flag;

        Rows(TableHeader header, SymbolProfile symbols, AuthorityCollector collector) {
            authorities = new AuthorityColumns(header);
            this.symbols = symbols;
            this.collector = collector;
            period = header.find("time_period").orElseThrow();
            measure = header.find("measure").orElseThrow();
            number = new NumberColumn(header.find("number").orElseThrow(), "number", symbols, NumberRule.COUNT);
            rate = new NumberColumn(
                    header.find("rate_per_10000").orElseThrow(), "rate_per_10000", symbols, NumberRule.NOT_NEGATIVE);
            population = header.find("population_0_17")
                    .map(column -> new NumberColumn(column, "population_0_17", symbols, NumberRule.COUNT));
            flag = header.find("flag");
        }

        @Override
        public void take(TableRow row) {
            Authority authority = authorities.read(row);
            AuthorityMeasure what = readMeasure(row);
            Period when = ReportingYear.read(row, period, "time_period");
            CellReading count = number.read(row);
            Set<ValueFlag> flags = new LinkedHashSet<>(count.flags());
            Value known = flagged(row, count.value(), flags);
            Value per = rate.read(row).value();
            Value children = population.map(column -> column.read(row).value()).orElse(Value.notAvailable());
            AuthorityFigure figure = FigureRules.make(
                    authority,
                    what,
                    when,
                    AuthorityFigure.ALL,
                    known,
                    row.get(rate.index()).isEmpty() && !known.isKnown() ? known : per,
                    children,
                    flags,
                    "number");
            if (!collector.isFirst(FigureRules.key(authority, what, when, AuthorityFigure.ALL))) {
                throw FigureRules.repeated("measure");
            }
            collector.add(authority);
            collector.add(figure);
        }

        /** The number, or what the symbol beside it says of why there is none. */
        private Value flagged(TableRow row, Value count, Set<ValueFlag> flags) {
            String symbol = flag.map(row::get).orElse("");
            if (symbol.isEmpty()) {
                return count;
            }
            Value meaning = symbols.read(symbol)
                    .map(CellReading::value)
                    .filter(value -> !value.isKnown())
                    .orElseThrow(
                            () -> new RowRefusedException(
                                    "flag",
                                    "The symbol is not known.",
                                    "Use one of c (hidden), z (does not apply), low (rounds to zero), x (not available) or u."));
            if (count.isKnown()) {
                if (!symbol.equalsIgnoreCase("u")) {
                    throw new RowRefusedException(
                            "flag",
                            "The row has a number and a symbol that says there is none.",
                            "Remove one of them.");
                }
                flags.add(ValueFlag.LOW_CONFIDENCE);
                return count;
            }
            return meaning;
        }

        private AuthorityMeasure readMeasure(TableRow row) {
            try {
                return AuthorityMeasure.parse(row.get(measure));
            } catch (IllegalArgumentException e) {
                throw new RowRefusedException(
                        "measure", "The measure is not known.", "Use a measure such as cla_at_31_march or referrals.");
            }
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(
                    "Children's social care by local authority",
                    "Department for Education, Characteristics of children in need; Children looked after in England",
                    OPEN_GOVERNMENT_LICENCE);
        }
    }
}
