package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.report.ImportLog;

/**
 * Files 10 and 11 with one row for each district or authority and a column for each statistic: a sheet of the published workbook, saved
 * as CSV or not, or all sheets side by side. The code's column tells the edition: {@code ltla19_code} and
 * {@code Local Authority District code (2019)} are of 2019, districts of 2024 of 2025.
 */
final class WideDeprivation implements AuthorityLayout {

    static final String SOURCE =
            "Ministry of Housing, Communities and Local Government, English Indices of Deprivation";

    private static final Pattern CODE_COLUMN = Pattern.compile(
            "(?:[lu]tla(\\d\\d)_code|(?:upper[ -]tier )?local authority (?:district )?code \\(20(\\d\\d)\\))");
    private static final Map<String, Integer> EDITIONS =
            Map.of("13", 2015, "15", 2015, "19", 2019, "24", 2025, "25", 2025);

    private static final int REISSUED_EDITION = 2025;
    private static final Pattern FILE_10_OR_11 = Pattern.compile("(?<![a-z])file[ _-]*1[01](?!\\d)");
    private static final Pattern LATER_VERSION = Pattern.compile("(?<![a-z])v(?:[2-9]|\\d\\d)(?!\\d)");

    /** What no two rows may share. */
    record Key(AreaCode authority, int edition, DeprivationSummary summary) {}

    private record Column(DeprivationSummary summary, NumberColumn value) {}

    @Override
    public boolean recognises(TableHeader header) {
        return codeColumn(header).isPresent()
                && header.names().stream()
                        .anyMatch(name -> DeprivationSummary.parse(name).isPresent());
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        int code = codeColumn(header).orElseThrow();
        int edition = edition(header.name(code)).orElseThrow();
        if (edition == REISSUED_EDITION && isFirstVersion(collector.fileName())) {
            log.note(collector.fileName()
                    + " seems to be a superseded first version: the publisher replaced Files 10 and 11 of"
                    + " 2025 by v2 on 17 November 2025, because areas had been counted to wrong districts. If it is not v2, import"
                    + " v2 in its place.");
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            NumberColumn value = new NumberColumn(column, header.name(column), SymbolProfile.INDICES, NumberRule.ANY);
            DeprivationSummary.parse(header.name(column)).ifPresent(summary -> columns.add(new Column(summary, value)));
        }
        return new Rows(header, code, edition, columns, collector);
    }

    static RowRefusedException repeated(String field) {
        return new RowRefusedException(
                field,
                "The authority has an earlier row for the same edition and statistic.",
                "Keep one row for each authority, edition and statistic.");
    }

    static String title(String places, Collection<Integer> editions) {
        return "Indices of Deprivation by " + places + ", "
                + editions.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }

    /** Whether a file's name is that of a published file without a later version's mark. */
    private static boolean isFirstVersion(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return FILE_10_OR_11.matcher(name).find()
                && !LATER_VERSION.matcher(name).find();
    }

    private static Optional<Integer> codeColumn(TableHeader header) {
        for (int column = 0; column < header.size(); column++) {
            if (edition(header.name(column)).isPresent()) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> edition(String header) {
        Matcher matcher = CODE_COLUMN.matcher(TableText.key(header));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String vintage = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
        return Optional.ofNullable(EDITIONS.get(vintage));
    }

    private static final class Rows implements Reader {

        private final TableHeader header;
        private final int code;
        private final int edition;
        private final List<Column> columns;
        private final AuthorityCollector collector;
        private final Optional<Integer> name;

        Rows(TableHeader header, int code, int edition, List<Column> columns, AuthorityCollector collector) {
            this.header = header;
            this.code = code;
            this.edition = edition;
            this.columns = List.copyOf(columns);
            this.collector = collector;
            name = header.find(header.name(code).replace("code", "name"));
        }

        @Override
        public void take(TableRow row) {
            AreaCode authority = AuthorityColumns.readCode(row, code, header.name(code));
            List<AuthorityDeprivation> lines = new ArrayList<>();
            for (Column column : columns) {
                lines.add(new AuthorityDeprivation(
                        authority,
                        edition,
                        column.summary().index(),
                        column.summary().statistic(),
                        column.value().read(row).value()));
            }
            if (!collector.isFirst(new Key(authority, edition, columns.get(0).summary()))) {
                throw repeated(header.name(code));
            }
            String written = name.map(row::get).orElse("");
            Authority plain = AuthorityColumns.of(authority, written.isEmpty() ? authority.value() : written);
            collector.add(written.isEmpty() ? collector.find(authority).orElse(plain) : plain);
            lines.forEach(collector::add);
        }

        @Override
        public AuthorityTables finish() {
            boolean districts = TableText.key(header.name(code)).startsWith("l");
            return collector.tables(
                    title(districts ? "local authority districts" : "upper-tier local authorities", Set.of(edition)),
                    SOURCE,
                    OPEN_GOVERNMENT_LICENCE);
        }
    }
}
