package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.area.SmallArea;
import org.needscape.store.AreaStore;

/** Extents, areas and lookups in tables. */
final class JdbcAreaStore implements AreaStore {

    /** How many boundaries are held at once while all are handed over. */
    private static final int READ_ROWS = 500;

    private static final String NOTHING = new Sha256().toHex();

    private final Sql sql;
    private final AreaIndex areas;
    private final ContentHashes hashes;
    private final AreaWriter writer;
    private final AreaPlaces places;

    JdbcAreaStore(Sql sql, AreaIndex areas, ContentHashes hashes) {
        this.sql = sql;
        this.areas = areas;
        this.hashes = hashes;
        this.writer = new AreaWriter(sql, areas, hashes);
        this.places = new AreaPlaces(sql);
    }

    @Override
    public void saveExtent(Extent extent) {
        Optional<ExtentRow> found = areas.findExtent(extent.name());
        if (found.isPresent() && found.get().extent().fictional() != extent.fictional()) {
            throw new IllegalArgumentException("Extent " + extent.name() + " is "
                    + (extent.fictional() ? "real and cannot become fictional." : "fictional and cannot become real."));
        }
        sql.save(
                """
                update extent
                set title = ?, fictional = ?
                where name = ?
                """,
                """
                insert into extent (title, fictional, name)
                values (?, ?, ?)
                """,
                List.of(extent),
                (parameters, item) -> parameters
                        .add(item.title())
                        .add(item.fictional())
                        .add(item.name().value()));
    }

    @Override
    public List<Extent> listExtents() {
        List<Extent> all = sql.list(
                """
                select name, title, fictional
                from extent
                """,
                Sql.Binder.NONE,
                row -> new Extent(new ExtentName(row.getString(1)), row.getString(2), row.getBoolean(3)));
        all.sort((one, other) -> one.name().compareTo(other.name()));
        return all;
    }

    @Override
    public Optional<Extent> findExtent(ExtentName name) {
        return areas.findExtent(name).map(ExtentRow::extent);
    }

    @Override
    public void saveAreas(ExtentName extent, long dataset, Collection<SmallArea> saved) {
        writer.save(areas.getExtent(extent), dataset, saved);
    }

    @Override
    public List<Geography> listGeographies(ExtentName extent) {
        hashes.refreshAreas();
        List<Geography> geographies = sql.list(
                """
                select extent_geography.geography
                from extent_geography
                join extent on extent.id = extent_geography.extent_id
                where extent.name = ?
                """,
                parameters -> parameters.add(extent.value()),
                row -> Geography.parse(row.getString(1)));
        geographies.sort(null);
        return geographies;
    }

    @Override
    public Map<AreaCode, String> listNames(ExtentName extent, Geography geography) {
        Map<AreaCode, String> names = new TreeMap<>();
        sql.forEach(
                """
                select area.code, area.name
                from extent
                join extent_area on extent_area.extent_id = extent.id
                join area on area.id = extent_area.area_id
                where extent.name = ? and area.geography = ?
                """,
                parameters -> parameters.add(extent.value()).add(geography.code()),
                row -> names.put(new AreaCode(row.getString(1)), row.getString(2)));
        return new LinkedHashMap<>(names);
    }

    @Override
    public void forEachArea(ExtentName extent, Geography geography, Consumer<SmallArea> consumer) {
        Optional<ExtentRow> found = areas.findExtent(extent);
        if (found.isEmpty()) {
            return;
        }
        Members members = areas.members(found.get().id(), geography);
        List<Integer> ids = members.ids();
        for (int from = 0; from < ids.size(); from += READ_ROWS) {
            List<Integer> wanted = ids.subList(from, Math.min(ids.size(), from + READ_ROWS));
            Map<Integer, SmallArea> read = readAreas(geography, members, wanted);
            wanted.forEach(id -> consumer.accept(read.get(id)));
        }
    }

    @Override
    public List<SmallArea> listAreas(ExtentName extent, Geography geography) {
        List<SmallArea> all = new ArrayList<>();
        forEachArea(extent, geography, all::add);
        return all;
    }

    @Override
    public List<SmallArea> listAreasIn(ExtentName extent, Geography geography, Envelope box) {
        return places.list(extent, geography, box);
    }

    @Override
    public Optional<SmallArea> findAreaAt(ExtentName extent, Geography geography, Coordinate point) {
        return places.find(extent, geography, point);
    }

    @Override
    public Set<AreaCode> listCodes(Geography geography) {
        return new TreeSet<>(areas.ids(geography).keySet());
    }

    @Override
    public void saveParents(long dataset, Collection<AreaParent> parents) {
        Map<List<Object>, AreaParent> latest = new LinkedHashMap<>();
        for (AreaParent line : parents) {
            latest.put(List.of(line.child(), line.parent().geography()), line);
        }
        sql.save(
                """
                update area_parent
                set parent_code = ?, parent_name = ?, dataset_id = ?
                where child_geography = ? and child_code = ? and parent_geography = ?
                """,
                """
                insert into area_parent (parent_code, parent_name, dataset_id, child_geography, child_code, parent_geography)
                values (?, ?, ?, ?, ?, ?)
                """,
                latest.values(),
                (parameters, line) -> parameters
                        .add(line.parent().code().value())
                        .add(line.parentName())
                        .add(dataset)
                        .add(line.child().geography().code())
                        .add(line.child().code().value())
                        .add(line.parent().geography().code()));
    }

    @Override
    public Map<AreaCode, AreaParent> listParents(ExtentName extent, Geography geography, Level level) {
        Map<AreaCode, AreaParent> parents = new TreeMap<>();
        sql.forEach(
                """
                select area_parent.child_code, area_parent.parent_geography, area_parent.parent_code,
                    area_parent.parent_name
                from extent
                join extent_area on extent_area.extent_id = extent.id
                join area on area.id = extent_area.area_id
                join area_parent on area_parent.child_geography = area.geography and area_parent.child_code = area.code
                where extent.name = ? and area.geography = ? and area_parent.parent_geography like ?
                """,
                parameters ->
                        parameters.add(extent.value()).add(geography.code()).add(level.code() + "-%"),
                row -> {
                    AreaId child = new AreaId(geography, new AreaCode(row.getString(1)));
                    AreaId parent = new AreaId(Geography.parse(row.getString(2)), new AreaCode(row.getString(3)));
                    AreaParent line = new AreaParent(child, parent, row.getString(4));
                    parents.merge(child.code(), line, JdbcAreaStore::latest);
                });
        return new LinkedHashMap<>(parents);
    }

    @Override
    public List<ExtentName> listExtentsOf(AreaId area) {
        List<ExtentName> names = sql.list(
                """
                select extent.name
                from area
                join extent_area on extent_area.area_id = area.id
                join extent on extent.id = extent_area.extent_id
                where area.geography = ? and area.code = ?
                """,
                parameters ->
                        parameters.add(area.geography().code()).add(area.code().value()),
                row -> new ExtentName(row.getString(1)));
        names.sort(null);
        return names;
    }

    @Override
    public String contentHash(ExtentName extent, Geography geography) {
        hashes.refreshAreas();
        return sql.find(
                        """
                        select extent_geography.content_hash
                        from extent_geography
                        join extent on extent.id = extent_geography.extent_id
                        where extent.name = ? and extent_geography.geography = ?
                        """,
                        parameters -> parameters.add(extent.value()).add(geography.code()),
                        row -> row.getString(1))
                .orElse(NOTHING);
    }

    private Map<Integer, SmallArea> readAreas(Geography geography, Members members, List<Integer> ids) {
        Map<Integer, SmallArea> read = new HashMap<>();
        sql.forEach(
                """
                select id, name, cast(boundary as bytea)
                from area
                where id = any(?)
                """,
                parameters -> parameters.addIds(ids),
                row -> {
                    int id = row.getInt(1);
                    AreaCode code = members.code(members.position(id).orElseThrow());
                    read.put(
                            id,
                            new SmallArea(
                                    new AreaId(geography, code),
                                    row.getString(2),
                                    BoundaryBytes.read(row.getBytes(3))));
                });
        return read;
    }

    private static AreaParent latest(AreaParent one, AreaParent other) {
        return one.parent().geography().compareTo(other.parent().geography()) >= 0 ? one : other;
    }
}
