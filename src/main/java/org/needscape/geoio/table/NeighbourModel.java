package org.needscape.geoio.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityChain;
import org.needscape.authority.StatisticalNeighbour;
import org.needscape.report.ImportLog;
import org.needscape.report.UnreadableFileException;

/**
 * The Department for Education's model of statistical neighbours: a row for each authority with the numbers of ten others,
 * {@code SN_1 … SN_10}, and how near each is in words, {@code SN_1P}. It knows authorities by their number only.
 */
final class NeighbourModel implements AuthorityLayout {

    static final String TITLE = "Statistical neighbours of local authorities";

    private static final int MOST_NEIGHBOURS = 20;

    @Override
    public boolean recognises(TableHeader header) {
        return header.find("old_la_code").isPresent() && header.find("SN_1").isPresent();
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        Map<String, Authority> byNumber = new HashMap<>();
        AuthorityChain chain = AuthorityChain.of(collector.known());
        collector.known().stream()
                .filter(authority -> !authority.number().isEmpty())
                .forEach(authority -> collector
                        .find(chain.current(authority.code()))
                        .ifPresent(current -> byNumber.put(authority.number(), current)));
        if (byNumber.isEmpty()) {
            throw new UnreadableFileException(
                    "Statistical neighbours are given by the three-digit numbers of authorities,"
                            + " and no authority with a number is loaded: import a file of the Department for Education's figures"
                            + " first.");
        }
        return new Rows(header, byNumber, collector);
    }

    private static final class Rows implements Reader {

        private final TableHeader header;
        private final Map<String, Authority> byNumber;
        private final AuthorityCollector collector;

        Rows(TableHeader header, Map<String, Authority> byNumber, AuthorityCollector collector) {
            this.header = header;
            this.byNumber = byNumber;
            this.collector = collector;
        }

        @Override
        public void take(TableRow row) {
            Authority authority = read(row, "old_la_code");
            List<StatisticalNeighbour> lines = new ArrayList<>();
            List<Authority> others = new ArrayList<>();
            for (int position = 1; position <= MOST_NEIGHBOURS; position++) {
                String column = "SN_" + position;
                Optional<String> written = header.find(column).map(row::get).filter(cell -> !cell.isEmpty());
                if (written.isPresent()) {
                    Authority other = read(row, column);
                    String closeness = header.find(column + "P").map(row::get).orElse("");
                    others.add(other);
                    lines.add(neighbour(
                            authority.code(), other.code(), position, OptionalDouble.empty(), closeness, column));
                }
            }
            if (lines.isEmpty()) {
                throw new RowRefusedException("SN_1", "The authority has no neighbours.", "Add them, or leave it out.");
            }
            if (others.stream().distinct().count() != others.size() || !collector.isFirst(authority.code())) {
                throw new RowRefusedException(
                        "old_la_code",
                        "An authority or one of its neighbours is there twice.",
                        "Keep one row for each authority and each neighbour once.");
            }
            collector.add(authority);
            others.forEach(collector::add);
            lines.forEach(collector::add);
        }

        private Authority read(TableRow row, String column) {
            String number = row.get(header.find(column).orElseThrow());
            return Optional.ofNullable(byNumber.get(number))
                    .orElseThrow(() -> new RowRefusedException(
                            column,
                            "No authority of this number is loaded.",
                            "Import a file of the Department for Education's figures that has it first."));
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(TITLE, "Department for Education, statistical neighbours", OPEN_GOVERNMENT_LICENCE);
        }
    }

    static StatisticalNeighbour neighbour(
            AreaCode authority, AreaCode other, int position, OptionalDouble weight, String closeness, String field) {
        try {
            return new StatisticalNeighbour(authority, other, position, weight, closeness);
        } catch (IllegalArgumentException e) {
            throw new RowRefusedException(
                    field, "An authority cannot be its own neighbour.", "Correct the row, or leave it out.");
        }
    }
}
