package org.needscape.geoio.table;

import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.report.ImportLog;

/** File 11 with one row for each authority and statistic: {@code utla_code,utla_name,index_year,index,statistic,value}. */
final class LongDeprivation implements AuthorityLayout {

    @Override
    public boolean recognises(TableHeader header) {
        return header.find("utla_code").isPresent()
                && header.find("utla_name").isPresent()
                && header.find("index_year").isPresent()
                && header.find("statistic").isPresent()
                && header.find("value").isPresent();
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(header, collector);
    }

    private static final class Rows implements Reader {

        private static final double FIRST_EDITION = 2004;
        private static final double LAST_EDITION = 2099;

        private final AuthorityCollector collector;
        private final int code;
        private final int name;
        private final NumberColumn year;
        private final int statistic;
        private final NumberColumn value;
        private final Set<Integer> editions = new TreeSet<>();

        Rows(TableHeader header, AuthorityCollector collector) {
            this.collector = collector;
            code = header.find("utla_code").orElseThrow();
            name = header.find("utla_name").orElseThrow();
            year = new NumberColumn(
                    header.find("index_year").orElseThrow(),
                    "index_year",
                    SymbolProfile.INDICES,
                    new NumberRule("a year", true, FIRST_EDITION, LAST_EDITION, "Write the edition, such as 2019."));
            statistic = header.find("statistic").orElseThrow();
            value = new NumberColumn(
                    header.find("value").orElseThrow(), "value", SymbolProfile.INDICES, NumberRule.ANY);
        }

        @Override
        public void take(TableRow row) {
            AreaCode authority = AuthorityColumns.readCode(row, code, "utla_code");
            DeprivationSummary summary = DeprivationSummary.parse(row.get(statistic))
                    .orElseThrow(() -> new RowRefusedException(
                            "statistic",
                            "The statistic is not known.",
                            "Write it as published, such as IMD - Average score."));
            int edition = (int) year.read(row)
                    .value()
                    .number()
                    .orElseThrow(() -> new RowRefusedException(
                            "index_year", "The edition is missing.", "Write the edition, such as 2019."));
            AuthorityDeprivation line = new AuthorityDeprivation(
                    authority,
                    edition,
                    summary.index(),
                    summary.statistic(),
                    value.read(row).value());
            if (row.get(name).isEmpty()) {
                throw new RowRefusedException("utla_name", "The authority has no name.", "Add its name.");
            }
            if (!collector.isFirst(new WideDeprivation.Key(authority, edition, summary))) {
                throw WideDeprivation.repeated("statistic");
            }
            editions.add(edition);
            collector.add(AuthorityColumns.of(authority, row.get(name)));
            collector.add(line);
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(
                    WideDeprivation.title("upper-tier local authorities", editions),
                    WideDeprivation.SOURCE,
                    OPEN_GOVERNMENT_LICENCE);
        }
    }
}
