package org.needscape.store.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;

/** Finds the row numbers of extents and areas; remembers them for the transaction. */
final class AreaIndex {

    private final Sql sql;
    private final Map<Geography, Map<AreaCode, Integer>> idsByGeography = new HashMap<>();
    private final Map<MembersKey, Members> members = new HashMap<>();

    AreaIndex(Sql sql) {
        this.sql = sql;
    }

    private record MembersKey(int extentId, Geography geography) {}

    Optional<ExtentRow> findExtent(ExtentName name) {
        return sql.find(
                """
                select id, title, fictional
                from extent
                where name = ?
                """,
                parameters -> parameters.add(name.value()),
                row -> new ExtentRow(row.getInt(1), new Extent(name, row.getString(2), row.getBoolean(3))));
    }

    /** @throws IllegalArgumentException when there is no such extent */
    ExtentRow getExtent(ExtentName name) {
        return findExtent(name).orElseThrow(() -> new IllegalArgumentException("There is no extent " + name + "."));
    }

    /** The row numbers of all areas of a geography. Whoever adds areas adds them here too. */
    Map<AreaCode, Integer> ids(Geography geography) {
        return idsByGeography.computeIfAbsent(geography, wanted -> {
            Map<AreaCode, Integer> ids = new HashMap<>();
            sql.forEach(
                    """
                    select code, id
                    from area
                    where geography = ?
                    """,
                    parameters -> parameters.add(wanted.code()),
                    row -> ids.put(new AreaCode(row.getString(1)), row.getInt(2)));
            return ids;
        });
    }

    Members members(int extentId, Geography geography) {
        return members.computeIfAbsent(new MembersKey(extentId, geography), wanted -> {
            TreeMap<AreaCode, Integer> ids = new TreeMap<>();
            sql.forEach(
                    """
                    select area.code, area.id
                    from extent_area
                    join area on area.id = extent_area.area_id
                    where extent_area.extent_id = ? and area.geography = ?
                    """,
                    parameters -> parameters.add(extentId).add(geography.code()),
                    row -> ids.put(new AreaCode(row.getString(1)), row.getInt(2)));
            return new Members(ids);
        });
    }

    /** Whoever changes which areas an extent has says so. */
    void forgetMembers(int extentId, Geography geography) {
        members.remove(new MembersKey(extentId, geography));
    }
}
