package org.needscape.store.jdbc;

import java.util.List;
import org.needscape.store.jdbc.MovedTable.Column;

/** The tables of what is published about whole authorities, in an order in which each refers only to those before it. */
final class MovedAuthorities {

    static final List<MovedTable> TABLES = List.of(
            MovedTable.of(
                            "authority",
                            "authorities",
                            text("code"),
                            text("name"),
                            text("level"),
                            text("region_code"),
                            text("number"),
                            bigint("dataset_id"))
                    .withKey("code"),
            MovedTable.of(
                            "authority_figure",
                            "figures of authorities",
                            text("measure"),
                            text("period"),
                            text("category"),
                            text("code"),
                            text("number_state"),
                            number("number_number"),
                            text("rate_state"),
                            number("rate_number"),
                            text("population_state"),
                            number("population_number"),
                            text("flags"),
                            bigint("dataset_id"))
                    .withKey("measure", "period", "category", "code"),
            MovedTable.of(
                            "authority_deprivation",
                            "deprivation of authorities",
                            integer("index_year"),
                            text("index_code"),
                            text("statistic"),
                            text("code"),
                            text("value_state"),
                            number("value_number"),
                            bigint("dataset_id"))
                    .withKey("index_year", "index_code", "statistic", "code"),
            MovedTable.of(
                            "authority_neighbour",
                            "statistical neighbours",
                            text("code"),
                            text("neighbour_code"),
                            integer("list_position"),
                            number("weight"),
                            text("closeness"),
                            bigint("dataset_id"))
                    .withKey("code", "neighbour_code"),
            MovedTable.of(
                            "authority_decile",
                            "deciles of authorities",
                            text("code"),
                            text("measure"),
                            text("period"),
                            integer("decile"),
                            number("children"),
                            text("count_state"),
                            number("count_number"),
                            bigint("dataset_id"))
                    .withKey("code", "measure", "period", "decile"));

    private MovedAuthorities() {}

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
}
