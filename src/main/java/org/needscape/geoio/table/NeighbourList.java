package org.needscape.geoio.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.authority.Authority;
import org.needscape.indicator.Indicator;
import org.needscape.report.ImportLog;

/** A plain list of neighbours, one on each row: {@code authority_code,neighbour_code} and, where known, {@code position} and {@code weight}. */
final class NeighbourList implements AuthorityLayout {

    @Override
    public boolean recognises(TableHeader header) {
        return header.find("authority_code").isPresent()
                && header.find("neighbour_code").isPresent();
    }

    @Override
    public Reader open(TableHeader header, int lastYear, AuthorityCollector collector, ImportLog log) {
        return new Rows(header, collector);
    }

    private static final class Rows implements Reader {

        private static final NumberRule POSITION = NumberRule.wholeFrom1To(1_000);

        private final AuthorityCollector collector;
        private final int authority;
        private final int neighbour;
        private final Optional<NumberColumn> position;
        private final Optional<NumberColumn> weight;
        private final Map<AreaCode, Integer> listed = new HashMap<>();

        Rows(TableHeader header, AuthorityCollector collector) {
            this.collector = collector;
            authority = header.find("authority_code").orElseThrow();
            neighbour = header.find("neighbour_code").orElseThrow();
            position = header.find("position")
                    .map(column -> new NumberColumn(column, "position", SymbolProfile.GENERAL, POSITION));
            weight = header.find("weight")
                    .map(column -> new NumberColumn(column, "weight", SymbolProfile.GENERAL, NumberRule.NOT_NEGATIVE));
        }

        @Override
        public void take(TableRow row) {
            Authority whose = known(row, authority, "authority_code");
            Authority other = known(row, neighbour, "neighbour_code");
            OptionalDouble counted =
                    weight.map(column -> column.read(row).value().number()).orElse(OptionalDouble.empty());
            if (counted.isPresent() && counted.getAsDouble() == 0) {
                throw new RowRefusedException("weight", "The weight is 0.", "Leave out neighbours that do not count.");
            }
            int next = listed.getOrDefault(whose.code(), 0) + 1;
            OptionalDouble written =
                    position.map(column -> column.read(row).value().number()).orElse(OptionalDouble.empty());
            var line = NeighbourModel.neighbour(
                    whose.code(), other.code(), (int) written.orElse(next), counted, "", "neighbour_code");
            if (!collector.isFirst(List.of(whose.code(), other.code()))) {
                throw new RowRefusedException(
                        "neighbour_code", "The authority has this neighbour already.", "Keep one row for each pair.");
            }
            listed.put(whose.code(), next);
            collector.add(whose);
            collector.add(other);
            collector.add(line);
        }

        private Authority known(TableRow row, int column, String header) {
            AreaCode code = AuthorityColumns.readCode(row, column, header);
            return collector
                    .find(code)
                    .orElseThrow(() -> new RowRefusedException(
                            header,
                            "No authority of this code is loaded.",
                            "Import figures or counts by decile of the authority first."));
        }

        @Override
        public AuthorityTables finish() {
            return collector.tables(NeighbourModel.TITLE, "A list of the user's own", Indicator.NOT_STATED);
        }
    }
}
