package org.needscape.store.jdbc;

import java.util.List;
import java.util.stream.Stream;
import org.needscape.store.jdbc.MovedTable.Column;

/** Every table of a store, in an order in which each refers only to those before it. A test compares them with the scripts. */
final class MovedTables {

    /** Full-resolution boundaries take a megabyte at times. */
    private static final int BOUNDARIES = 100;

    /** A layer of all of England takes tens of megabytes. */
    private static final int DOCUMENTS = 1;

    /** The report of an import may list many problems. */
    private static final int REPORTS = 100;

    private static final MovedTable DATASET = MovedTable.of(
                    "dataset",
                    "imported files",
                    bigint("id"),
                    text("kind"),
                    text("title"),
                    text("source"),
                    text("licence"),
                    text("file_name"),
                    text("sha256"),
                    bigint("accepted"),
                    time("imported"))
            .withKey("id");
    private static final MovedTable EXTENT = MovedTable.of(
                    "extent", "extents", integer("id"), text("name"), text("title"), flag("fictional"))
            .withKey("id");
    private static final MovedTable AREA = MovedTable.of(
                    "area",
                    "areas",
                    integer("id"),
                    text("geography"),
                    text("code"),
                    text("name"),
                    new Column("boundary", ColumnKind.BOUNDARY),
                    number("area_square_metres"),
                    text("content_hash"),
                    bigint("dataset_id"))
            .withKey("id")
            .withFetchRows(BOUNDARIES);
    private static final MovedTable EXTENT_AREA = MovedTable.of(
                    "extent_area", "areas in extents", integer("extent_id"), integer("area_id"))
            .withKey("extent_id", "area_id");
    private static final MovedTable EXTENT_GEOGRAPHY = MovedTable.of(
                    "extent_geography",
                    "kinds of area in extents",
                    integer("extent_id"),
                    text("geography"),
                    integer("area_count"),
                    text("content_hash"))
            .withKey("extent_id", "geography");
    private static final MovedTable AREA_PARENT = MovedTable.of(
                    "area_parent",
                    "lines of lookups",
                    text("child_geography"),
                    text("child_code"),
                    text("parent_geography"),
                    text("parent_code"),
                    text("parent_name"),
                    bigint("dataset_id"))
            .withKey("child_geography", "child_code", "parent_geography");
    private static final MovedTable INDICATOR = MovedTable.of(
                    "indicator",
                    "measures",
                    text("id"),
                    text("label"),
                    text("unit"),
                    text("polarity"),
                    text("theme"),
                    text("numerator"),
                    text("denominator"),
                    text("source"),
                    text("licence"),
                    text("sensitivity"))
            .withKey("id");
    private static final MovedTable SERIES = MovedTable.of(
                    "series",
                    "series of values",
                    integer("id"),
                    text("indicator_id"),
                    text("geography"),
                    text("period"),
                    text("category"),
                    text("edition"))
            .withKey("id");
    private static final MovedTable OBSERVATION = MovedTable.of(
                    "observation",
                    "values",
                    integer("series_id"),
                    integer("area_id"),
                    text("value_state"),
                    number("value_number"),
                    text("flags"),
                    text("numerator_state"),
                    number("numerator_number"),
                    text("denominator_state"),
                    number("denominator_number"),
                    bigint("dataset_id"))
            .withKey("series_id", "area_id");
    private static final MovedTable EXTENT_SERIES = MovedTable.of(
                    "extent_series",
                    "series in extents",
                    integer("extent_id"),
                    integer("series_id"),
                    integer("area_count"),
                    text("content_hash"))
            .withKey("extent_id", "series_id");
    private static final MovedTable EXTENT_SERIES_DATASET = MovedTable.of(
                    "extent_series_dataset",
                    "sources of series",
                    integer("extent_id"),
                    integer("series_id"),
                    bigint("dataset_id"))
            .withKey("extent_id", "series_id", "dataset_id");
    private static final MovedTable RESULT = MovedTable.of(
                    "result",
                    "layers and other results",
                    integer("extent_id"),
                    text("result_key"),
                    integer("list_position"),
                    text("title"),
                    text("input_hash"),
                    text("content"))
            .withKey("extent_id", "result_key")
            .withFetchRows(DOCUMENTS);
    private static final MovedTable JOB = MovedTable.of(
                    "job",
                    "jobs",
                    text("id"),
                    text("kind"),
                    text("subject"),
                    text("state"),
                    number("progress"),
                    text("message"),
                    text("result"),
                    time("submitted"),
                    time("updated"))
            .withKey("id")
            .withFetchRows(REPORTS);

    private static final MovedTable DATASET_POLICY = MovedTable.of(
                    "dataset_policy",
                    "policies of imported files",
                    bigint("dataset_id"),
                    integer("largest_hidden_count"),
                    flag("zero_is_hidden"),
                    integer("rounding_base"),
                    integer("minimum_denominator"),
                    integer("protection_width"),
                    text("exact_audience"),
                    text("keep_until"),
                    text("marking"),
                    text("release_state"))
            .withKey("dataset_id");
    private static final MovedTable RELEASE_DECISION = MovedTable.of(
                    "release_decision",
                    "decisions about release",
                    bigint("id"),
                    bigint("dataset_id"),
                    text("release_state"),
                    text("decided_by"),
                    time("decided"),
                    text("note"))
            .withKey("id");
    private static final MovedTable RELEASED_FIGURES = MovedTable.of(
                    "released_figures",
                    "sets of released figures",
                    integer("extent_id"),
                    text("subject"),
                    text("content"))
            .withKey("extent_id", "subject")
            .withFetchRows(DOCUMENTS);
    private static final MovedTable RELEASED_SELECTION = MovedTable.of(
                    "released_selection",
                    "released selections of areas",
                    bigint("id"),
                    integer("extent_id"),
                    text("subject"),
                    text("codes_hash"),
                    text("codes"),
                    time("released"))
            .withKey("id")
            .withFetchRows(REPORTS);
    private static final MovedTable CASE_SUMMARY = MovedTable.of(
                    "case_summary",
                    "summaries of cases",
                    integer("extent_id"),
                    text("period"),
                    text("place"),
                    bigint("dataset_id"),
                    text("content"))
            .withKey("extent_id", "period", "place")
            .withFetchRows(DOCUMENTS);
    private static final MovedTable EXACT_USE = MovedTable.of(
                    "exact_use",
                    "uses of exact values",
                    bigint("id"),
                    time("used"),
                    text("used_by"),
                    text("used_what"),
                    text("reason"))
            .withKey("id");
    private static final MovedTable AUDIT_RUN = MovedTable.of(
                    "audit_run", "audits", integer("extent_id"), time("audited"), flag("passed"), text("content"))
            .withKey("extent_id")
            .withFetchRows(DOCUMENTS);
    private static final MovedTable RECIPE = MovedTable.of(
                    "recipe",
                    "versions of scoring methods",
                    text("recipe_id"),
                    integer("version"),
                    time("saved"),
                    text("sha256"),
                    text("document"))
            .withKey("recipe_id", "version");
    private static final MovedTable TARGET_SET = MovedTable.of(
                    "target_set",
                    "decision records of target areas",
                    integer("extent_id"),
                    text("set_id"),
                    integer("revision"),
                    time("saved"),
                    text("sha256"),
                    text("document"))
            .withKey("extent_id", "set_id", "revision");
    private static final MovedTable STORE_KEY = MovedTable.of("store_key", "the store's key", text("secret"));
    private static final MovedTable STORE_STATE = MovedTable.of("store_state", "the revision", bigint("revision"));

    /** Copied chunk by chunk. */
    static final List<MovedTable> IN_CHUNKS = concat(
            List.of(
                    DATASET,
                    EXTENT,
                    AREA,
                    EXTENT_AREA,
                    EXTENT_GEOGRAPHY,
                    AREA_PARENT,
                    INDICATOR,
                    SERIES,
                    OBSERVATION,
                    EXTENT_SERIES,
                    EXTENT_SERIES_DATASET,
                    RESULT,
                    DATASET_POLICY,
                    RELEASE_DECISION,
                    RELEASED_FIGURES,
                    RELEASED_SELECTION,
                    CASE_SUMMARY,
                    RECIPE),
            concat(MovedAuthorities.TABLES, MovedProvision.TABLES));

    /** What people put there and which changes without a new revision. */
    private static final List<MovedTable> QUIET = List.of(JOB, EXACT_USE, AUDIT_RUN, TARGET_SET);

    /** What people would miss: a store that has none of it is empty. */
    static final List<MovedTable> CONTENT = concat(IN_CHUNKS, QUIET);

    /**
     * Copied whole in the transaction that ends a move: what changes without a new revision, and what every store has from the
     * beginning, key and revision.
     */
    static final List<MovedTable> AT_THE_END = concat(QUIET, List.of(STORE_KEY, STORE_STATE));

    static final List<MovedTable> ALL = concat(IN_CHUNKS, AT_THE_END);

    private MovedTables() {}

    private static List<MovedTable> concat(List<MovedTable> first, List<MovedTable> last) {
        return Stream.concat(first.stream(), last.stream()).toList();
    }

    private static Column text(String name) {
        return new Column(name, ColumnKind.TEXT);
    }

    private static Column integer(String name) {
        return new Column(name, ColumnKind.INTEGER);
    }

    private static Column bigint(String name) {
        return new Column(name, ColumnKind.BIGINT);
    }

    private static Column number(String name) {
        return new Column(name, ColumnKind.NUMBER);
    }

    private static Column flag(String name) {
        return new Column(name, ColumnKind.FLAG);
    }

    private static Column time(String name) {
        return new Column(name, ColumnKind.TIME);
    }
}
