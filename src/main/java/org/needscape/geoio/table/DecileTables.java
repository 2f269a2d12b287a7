package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeciles;
import org.needscape.authority.DecileCount;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.report.ImportLog;

/** Counts by national decile that an authority shares of its own areas, one row for each authority, measure, period and decile. */
final class DecileTables implements AuthorityLayout {

    static final String HEADER = "authority_code,authority_name,measure,period,decile,children,count";

    private static final List<String> COLUMNS = List.of(HEADER.split(",", -1));

    @Override
    public boolean recognises(TableHeader header) {
        return header.names().stream().map(TableText::key).toList().equals(COLUMNS);
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(collector);
    }

    private static final class Rows implements Reader {

        private static final NumberColumn DECILE =
                new NumberColumn(4, "decile", SymbolProfile.GENERAL, NumberRule.wholeFrom1To(10));
        private static final NumberColumn CHILDREN =
                new NumberColumn(5, "children", SymbolProfile.GENERAL, NumberRule.NOT_NEGATIVE);
        private static final NumberColumn COUNT = new NumberColumn(6, "count", SymbolProfile.GENERAL, NumberRule.COUNT);

        private final AuthorityCollector collector;
        private final Map<Table, List<DecileCount>> tables = new LinkedHashMap<>();

        private record Table(AreaCode authority, Measure measure, Period period) {}

        private record Line(Table table, int decile) {}

        Rows(AuthorityCollector collector) {
            this.collector = collector;
        }

        @Override
        public void take(TableRow row) {
            AreaCode code = AuthorityColumns.readCode(row, 0, "authority_code");
            if (row.get(1).isEmpty()) {
                throw new RowRefusedException("authority_name", "The authority has no name.", "Add its name.");
            }
            Table table = new Table(code, measure(row), period(row));
            DecileCount count =
                    new DecileCount((int) required(DECILE, row), required(CHILDREN, row), count(row, table.measure()));
            if (!collector.isFirst(new Line(table, count.decile()))) {
                throw new RowRefusedException(
                        "decile",
                        "The authority has an earlier row for the same measure, period and decile.",
                        "Keep one row for each.");
            }
            collector.add(AuthorityColumns.of(code, row.get(1)));
            tables.computeIfAbsent(table, key -> new ArrayList<>()).add(count);
        }

        private static Value count(TableRow row, Measure measure) {
            Value count = COUNT.read(row).value();
            if (measure != Measure.REFERRALS && count.number().orElse(0) > required(CHILDREN, row)) {
                throw new RowRefusedException(
                        "count", "There are more of them than children who live there.", "Check both numbers.");
            }
            return count;
        }

        private static double required(NumberColumn column, TableRow row) {
            return column.read(row)
                    .value()
                    .number()
                    .orElseThrow(() -> new RowRefusedException(
                            column.header(), "The number is missing.", "Add it, or leave the row out."));
        }

        private static Measure measure(TableRow row) {
            try {
                return Measure.parse(row.get(2));
            } catch (IllegalArgumentException e) {
                throw new RowRefusedException(
                        "measure", "The measure is not known.", "Use one such as early-help, cin, cpp or cla.");
            }
        }

        private static Period period(TableRow row) {
            try {
                return new Period(row.get(3));
            } catch (IllegalArgumentException e) {
                throw new RowRefusedException(
                        "period", "The period is missing or longer than 60 characters.", "Write one such as 2024.");
            }
        }

        @Override
        public AuthorityTables finish() {
            tables.forEach((table, deciles) -> {
                Authority authority = collector.find(table.authority()).orElseThrow();
                collector.add(new AuthorityDeciles(authority, table.measure(), table.period(), deciles));
            });
            return collector.tables(
                    "Counts by decile of other authorities",
                    "Records of the authorities that share them",
                    Indicator.NOT_STATED);
        }
    }
}
