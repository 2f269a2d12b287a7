package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.needscape.area.AreaCode;
import org.needscape.layer.AreaTable;

/**
 * Writes a table of areas as a GeoPackage on the British National Grid, with what it is and how it was made in the description of its
 * contents. An area without a boundary has no geometry. The same table gives the same bytes.
 *
 * <p>Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021, clauses 1.1.1, 2.1.3 to 2.1.6.
 */
public final class AreaTableGeoPackageWriter {

    private static final int GRID = 27700;

    /** The standard wants a moment; a fixed one, so that the same content gives the same bytes. */
    private static final String NO_TIME = "1980-01-01T00:00:00.000Z";

    private static final String WGS_84 =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final String NATIONAL_GRID =
            "PROJCS[\"OSGB36 / British National Grid\",GEOGCS[\"OSGB36\",DATUM[\"Ordnance_Survey_of_Great_Britain_1936\","
                    + "SPHEROID[\"Airy 1830\",6377563.396,299.3249646]],PRIMEM[\"Greenwich\",0],"
                    + "UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4277\"]],"
                    + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",49],"
                    + "PARAMETER[\"central_meridian\",-2],PARAMETER[\"scale_factor\",0.9996012717],"
                    + "PARAMETER[\"false_easting\",400000],PARAMETER[\"false_northing\",-100000],UNIT[\"metre\",1],"
                    + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],AUTHORITY[\"EPSG\",\"27700\"]]";

    private static final List<String> SCHEMA = List.of(
            "pragma application_id = 1196444487",
            "pragma user_version = 10300",
            "create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key,"
                    + " organization text not null, organization_coordsys_id integer not null,"
                    + " definition text not null, description text)",
            "create table gpkg_contents (table_name text not null primary key, data_type text not null,"
                    + " identifier text unique, description text default '', last_change datetime not null,"
                    + " min_x double, min_y double, max_x double, max_y double, srs_id integer,"
                    + " constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))",
            "create table gpkg_geometry_columns (table_name text not null, column_name text not null,"
                    + " geometry_type_name text not null, srs_id integer not null, z tinyint not null,"
                    + " m tinyint not null, constraint pk_geom_cols primary key (table_name, column_name),"
                    + " constraint uk_gc_table_name unique (table_name),"
                    + " constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),"
                    + " constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))");

    private AreaTableGeoPackageWriter() {}

    /**
     * Writes the file and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid
     */
    public static void write(AreaTable table, Map<AreaCode, MultiPolygon> boundaries, OutputStream out)
            throws IOException {
        // SQLite writes files alone.
        Path file = Files.createTempFile("needscape", ".gpkg");
        try {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
                connection.setAutoCommit(true);
                execute(connection, SCHEMA);
                connection.setAutoCommit(false);
                describe(connection, table, boundaries);
                fill(connection, table, boundaries);
                connection.commit();
            } catch (SQLException e) {
                throw new IOException(e);
            }
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static void describe(Connection connection, AreaTable table, Map<AreaCode, MultiPolygon> boundaries)
            throws SQLException {
        String systems = "insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)";
        insert(connection, systems, "Undefined Cartesian", -1, "NONE", -1, "undefined", "undefined Cartesian");
        insert(connection, systems, "Undefined geographic", 0, "NONE", 0, "undefined", "undefined geographic");
        insert(connection, systems, "WGS 84", 4326, "EPSG", 4326, WGS_84, "longitude and latitude");
        insert(connection, systems, "OSGB36 / British National Grid", GRID, "EPSG", GRID, NATIONAL_GRID, "metres");
        Envelope all = new Envelope();
        table.rows().stream()
                .map(row -> boundaries.get(row.code()))
                .filter(boundary -> boundary != null)
                .forEach(boundary -> all.expandToInclude(boundary.getEnvelopeInternal()));
        insert(
                connection,
                "insert into gpkg_contents values (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
                table.name(),
                (table.isFictional() ? "Fictional data: " : "") + table.title(),
                AreaTableManifest.json(table),
                NO_TIME,
                all.getMinX(),
                all.getMinY(),
                all.getMaxX(),
                all.getMaxY(),
                GRID);
        String columns = new AreaTableFields(table)
                .list().stream()
                        .map(field -> ", " + quoted(field.name()) + (field.isNumber() ? " double" : " text"))
                        .collect(Collectors.joining());
        execute(
                connection,
                List.of("create table " + quoted(table.name())
                        + " (fid integer primary key autoincrement not null, geom multipolygon" + columns + ")"));
        insert(
                connection,
                "insert into gpkg_geometry_columns values (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
                table.name(),
                GRID);
    }

    private static void fill(Connection connection, AreaTable table, Map<AreaCode, MultiPolygon> boundaries)
            throws SQLException {
        List<AreaTableFields.Field> fields = new AreaTableFields(table).list();
        String marks = ", ?".repeat(fields.size());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + quoted(table.name()) + " values (?, ?" + marks + ")")) {
            int number = 0;
            for (AreaTable.Row row : table.rows()) {
                insert.setInt(1, ++number);
                MultiPolygon boundary = boundaries.get(row.code());
                insert.setBytes(2, boundary == null ? null : blob(boundary));
                for (int k = 0; k < fields.size(); k++) {
                    Optional<Object> value = fields.get(k).value().apply(row);
                    insert.setObject(k + 3, value.orElse(null));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int k = 0; k < values.length; k++) {
                insert.setObject(k + 1, values[k]);
            }
            insert.execute();
        }
    }

    /** Magic GP, version 0, flags (little-endian, envelope of x and y), the system's number, envelope, well-known binary. */
    private static byte[] blob(MultiPolygon boundary) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(boundary);
        Envelope envelope = boundary.getEnvelopeInternal();
        return ByteBuffer.allocate(40 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 0b11})
                .putInt(GRID)
                .putDouble(envelope.getMinX())
                .putDouble(envelope.getMaxX())
                .putDouble(envelope.getMinY())
                .putDouble(envelope.getMaxY())
                .put(wkb)
                .array();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
