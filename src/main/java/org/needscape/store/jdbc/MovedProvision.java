package org.needscape.store.jdbc;

import java.util.List;
import org.needscape.store.jdbc.MovedTable.Column;

/** The tables of services, in an order in which each refers only to those before it. */
final class MovedProvision {

    static final List<MovedTable> TABLES = List.of(
            MovedTable.of(
                            "provision_service",
                            "services",
                            integer("extent_id"),
                            integer("list_position"),
                            text("name"),
                            integer("age_from"),
                            number("age_to"),
                            text("tiers"),
                            number("annual_budget_pounds"),
                            number("places"),
                            new Column("dataset_id", ColumnKind.BIGINT))
                    .withKey("extent_id", "list_position"),
            MovedTable.of(
                            "provision_site",
                            "sites of services",
                            integer("extent_id"),
                            integer("service_position"),
                            integer("list_position"),
                            text("geography"),
                            text("code"),
                            number("easting_metres"),
                            number("northing_metres"))
                    .withKey("extent_id", "service_position", "list_position"));

    private MovedProvision() {}

    private static Column text(String name) {
        return new Column(name, ColumnKind.TEXT);
    }

    private static Column integer(String name) {
        return new Column(name, ColumnKind.INTEGER);
    }

    private static Column number(String name) {
        return new Column(name, ColumnKind.NUMBER);
    }
}
