package org.needscape.store.jdbc;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.Wording;
import org.needscape.store.ReleasedSelection;

/** What was released before in tables: figures by subject, and areas that were shown as one sum. */
final class ReleasedRows {

    private static final int MAX_SUBJECT = 200;
    private static final String BETWEEN_CODES = " ";

    private final Sql sql;
    private final AreaIndex areas;

    ReleasedRows(Sql sql, AreaIndex areas) {
        this.sql = sql;
        this.areas = areas;
    }

    Optional<String> find(ExtentName extent, String subject) {
        return sql.find(
                """
                select released_figures.content
                from released_figures
                join extent on extent.id = released_figures.extent_id
                where extent.name = ? and released_figures.subject = ?
                """,
                parameters -> parameters.add(extent.value()).add(subject),
                row -> row.getString(1));
    }

    void save(ExtentName extent, String subject, String content) {
        requireSubject(subject);
        int extentId = areas.getExtent(extent).id();
        sql.put(
                """
                insert into released_figures (content, extent_id, subject)
                values (?, ?, ?)
                on conflict do nothing
                """,
                """
                update released_figures
                set content = ?
                where extent_id = ? and subject = ?
                """,
                parameters -> parameters.add(content).add(extentId).add(subject));
    }

    void add(ExtentName extent, String subject, ReleasedSelection selection) {
        requireSubject(subject);
        int extentId = areas.getExtent(extent).id();
        String codes = selection.codes().stream().map(AreaCode::value).collect(Collectors.joining(BETWEEN_CODES));
        String hash = new Sha256().add(codes).toHex();
        if (isThere(extentId, subject, hash)) {
            return;
        }
        sql.update(
                """
                insert into released_selection (extent_id, subject, codes_hash, codes, released)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                parameters -> parameters
                        .add(extentId)
                        .add(subject)
                        .add(hash)
                        .add(codes)
                        .add(selection.released()));
    }

    List<ReleasedSelection> list(ExtentName extent, String subject) {
        return sql.list(
                """
                select released_selection.codes, released_selection.released
                from released_selection
                join extent on extent.id = released_selection.extent_id
                where extent.name = ? and released_selection.subject = ?
                order by released_selection.id
                """,
                parameters -> parameters.add(extent.value()).add(subject),
                row -> new ReleasedSelection(
                        Arrays.stream(row.getString(1).split(BETWEEN_CODES))
                                .map(AreaCode::new)
                                .toList(),
                        row.getObject(2, OffsetDateTime.class).toInstant()));
    }

    private boolean isThere(int extentId, String subject, String hash) {
        return sql.find(
                        """
                        select id
                        from released_selection
                        where extent_id = ? and subject = ? and codes_hash = ?
                        """,
                        parameters -> parameters.add(extentId).add(subject).add(hash),
                        row -> row.getLong(1))
                .isPresent();
    }

    private static void requireSubject(String subject) {
        Wording.requireLine("The subject of what is released", subject, MAX_SUBJECT);
    }
}
