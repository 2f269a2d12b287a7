package org.needscape.store.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;

/** Writes areas and notes which extent they belong to. */
final class AreaWriter {

    private static final Columns AREA = Columns.of(
                    "area", "name", "boundary", "area_square_metres", "content_hash", "dataset_id", "geography", "code")
            .withBoundary("boundary");
    private static final Columns EXTENT_AREA = Columns.of("extent_area", "extent_id", "area_id");

    private final Sql sql;
    private final AreaIndex areas;
    private final ContentHashes hashes;

    /** Kept here from one call to the next: areas come in many calls, and reading the members again each time would add up. */
    private final Map<MembersKey, Set<Integer>> memberIds = new HashMap<>();

    AreaWriter(Sql sql, AreaIndex areas, ContentHashes hashes) {
        this.sql = sql;
        this.areas = areas;
        this.hashes = hashes;
    }

    private record MembersKey(int extentId, Geography geography) {}

    private record Content(SmallArea area, long dataset) {}

    void save(ExtentRow extent, long dataset, Collection<SmallArea> saved) {
        Map<Geography, Map<AreaCode, Content>> byGeography = new LinkedHashMap<>();
        for (SmallArea area : saved) {
            refuseMixture(extent, area);
            byGeography
                    .computeIfAbsent(area.id().geography(), geography -> new LinkedHashMap<>())
                    .put(area.id().code(), new Content(area, dataset));
        }
        byGeography.forEach((geography, contents) -> {
            Map<AreaCode, Integer> ids = areas.ids(geography);
            replace(ids, contents);
            add(ids, contents);
            join(extent, geography, contents.keySet());
            hashes.boundariesChanged(geography);
        });
    }

    private void refuseMixture(ExtentRow extent, SmallArea area) {
        if (area.id().code().isFictional() != extent.extent().fictional()) {
            throw new IllegalArgumentException("Area " + area.id() + " and extent "
                    + extent.extent().name() + " cannot be together: one is fictional, the other is real.");
        }
    }

    private void replace(Map<AreaCode, Integer> ids, Map<AreaCode, Content> contents) {
        List<Content> known = contents.values().stream()
                .filter(content -> ids.containsKey(content.area().id().code()))
                .toList();
        sql.batch(
                """
                update area
                set name = ?, boundary = cast(? as geometry), area_square_metres = ?, content_hash = ?, dataset_id = ?
                where geography = ? and code = ?
                """,
                known,
                AreaWriter::bind);
    }

    private void add(Map<AreaCode, Integer> ids, Map<AreaCode, Content> contents) {
        List<Content> unknown = contents.values().stream()
                .filter(content -> !ids.containsKey(content.area().id().code()))
                .toList();
        List<Integer> newIds = sql.addNumberedRows(AREA, unknown, AreaWriter::bind);
        for (int i = 0; i < unknown.size(); i++) {
            ids.put(unknown.get(i).area().id().code(), newIds.get(i));
        }
    }

    private void join(ExtentRow extent, Geography geography, Collection<AreaCode> codes) {
        Set<Integer> members = memberIds.computeIfAbsent(
                new MembersKey(extent.id(), geography),
                key -> new HashSet<>(
                        areas.members(key.extentId(), key.geography()).ids()));
        Map<AreaCode, Integer> ids = areas.ids(geography);
        List<Integer> joining =
                codes.stream().map(ids::get).filter(members::add).toList();
        if (joining.isEmpty()) {
            return;
        }
        sql.addRows(EXTENT_AREA, joining, (row, id) -> row.add(extent.id()).add(id.intValue()));
        areas.forgetMembers(extent.id(), geography);
        hashes.membersChanged(extent.id(), geography);
    }

    /** The hash that stands with an area. */
    static String contentHash(String name, byte[] boundary) {
        return new Sha256().add(name).add(boundary).toHex();
    }

    private static void bind(Row row, Content content) throws SQLException {
        SmallArea area = content.area();
        byte[] boundary = BoundaryBytes.write(area.boundary());
        row.add(area.name())
                .add(boundary)
                .add(area.areaSquareMetres())
                .add(contentHash(area.name(), boundary))
                .add(content.dataset())
                .add(area.id().geography().code())
                .add(area.id().code().value());
    }
}
