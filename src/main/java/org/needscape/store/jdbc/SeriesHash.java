package org.needscape.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.needscape.indicator.SeriesKey;

/** Reads a series for the areas of an extent and hashes its key and, in code order, every code, state, number and flag. */
final class SeriesHash {

    /** Letters of four states and flags and three numbers fit, with room for the end of the flags. */
    private static final int BYTES_PER_AREA = 32;

    private final Sql sql;

    SeriesHash(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was found.
     *
     * @param areaCount how many areas of the extent have an observation
     * @param hash of key and values, in hexadecimal
     * @param datasets where the values come from
     */
    record Content(int areaCount, String hash, SortedSet<Long> datasets) {}

    Content read(int seriesId, SeriesKey key, Members members) {
        ByteBuffer values = ByteBuffer.allocate(members.size() * BYTES_PER_AREA);
        SortedSet<Long> datasets = new TreeSet<>();
        sql.forEach(
                """
                select area_id, value_state, value_number, numerator_state, numerator_number,
                    denominator_state, denominator_number, flags, dataset_id
                from observation
                where series_id = ? and area_id between ? and ?
                """,
                parameters -> parameters.add(seriesId).add(members.lowestId()).add(members.highestId()),
                row -> {
                    OptionalInt position = members.position(row.getInt(1));
                    if (position.isPresent()) {
                        values.position(position.getAsInt() * BYTES_PER_AREA);
                        put(values, row);
                        datasets.add(row.getLong(9));
                    }
                });
        return hash(key, members, values.array(), datasets);
    }

    private static void put(ByteBuffer values, ResultSet row) throws SQLException {
        for (int column = 2; column <= 6; column += 2) {
            values.put((byte) row.getString(column).charAt(0));
            values.putDouble(row.getDouble(column + 1));
        }
        values.put(row.getString(8).getBytes(StandardCharsets.US_ASCII));
    }

    private static Content hash(SeriesKey key, Members members, byte[] values, SortedSet<Long> datasets) {
        Sha256 hash = new Sha256()
                .add(key.indicator().value())
                .add(key.geography().code())
                .add(key.period().text())
                .add(key.category())
                .add(key.edition());
        int areaCount = 0;
        for (int position = 0; position < members.size(); position++) {
            int from = position * BYTES_PER_AREA;
            boolean present = values[from] != 0;
            if (present) {
                hash.add(members.code(position).value()).add(values, from, BYTES_PER_AREA);
                areaCount++;
            }
        }
        return new Content(areaCount, hash.toHex(), datasets);
    }
}
